#pragma once

#include "check/context.h"

namespace hookspect::check {

/// What the rules say of each value by itself, in one pass over the tape of an event whose root and `event`
/// are objects.
void check_values(Context& context);

}  // namespace hookspect::check
