#pragma once

#include "base/text_error.h"
#include "query/condition.h"

#include <optional>
#include <string_view>

namespace hookspect::query {

/// Reads an AQL condition in JSON. Messages begin with the JSON Pointer of what is wrong.
[[nodiscard]] std::optional<base::TextError> read_aql_condition(std::string_view text, Condition& condition);

}  // namespace hookspect::query
