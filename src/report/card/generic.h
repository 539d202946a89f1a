#pragma once

#include "report/card/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace hookspect::report {

/// Shows what has no documented shape: open objects, undocumented keys, values of a wrong type.
void show_generic(Card& card, const Member& member, std::string_view label);

}  // namespace hookspect::report
