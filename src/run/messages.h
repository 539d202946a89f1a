#pragma once

#include "base/result.h"

#include <string_view>

namespace hookspect::run {

/// Prints `hookspect: MESSAGE` on standard error, and a line `help: HINT` where there is one. Text from
/// outside is made safe for a terminal. `place`: lines between the two that show where, printed as they are.
void tell(const base::Error& error, std::string_view place = {});

}  // namespace hookspect::run
