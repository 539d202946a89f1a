#pragma once

#include "base/text_error.h"
#include "query/condition.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hookspect::query {

/// Reads the language of expressions. `now`: seconds since 1970.
[[nodiscard]] std::optional<base::TextError> read_expression(std::string_view text, std::int64_t now,
                                                             Condition& condition);

}  // namespace hookspect::query
