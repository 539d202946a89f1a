#pragma once

#include "query/completion.h"

#include <string_view>
#include <vector>

namespace hookspect::query {

/// How an unfinished expression can go on: paths, operators, the documented values of the field that is
/// compared, names of rules, `and` and `or`. Nothing for AQL conditions. Behind any of them more can follow.
[[nodiscard]] std::vector<Completion> complete_expression(std::string_view text);

}  // namespace hookspect::query
