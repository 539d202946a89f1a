#pragma once

#include "base/result.h"

namespace hookspect {

/// Prints `hookspect: MESSAGE` on standard error, and a line `help: HINT` where there is one. Text from
/// outside is made safe for a terminal.
void tell(const Error& error);

}  // namespace hookspect
