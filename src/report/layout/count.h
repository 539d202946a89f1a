#pragma once

#include "base/count.h"

namespace hookspect::report {

using base::append_count;
using base::append_count_of;

}  // namespace hookspect::report
