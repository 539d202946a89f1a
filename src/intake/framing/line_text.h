#pragma once

#include <cstddef>
#include <string_view>

namespace hookspect::intake {

constexpr std::size_t nowhere = std::string_view::npos;

/// Bytes behind a fault that a reader of the finding may want to see.
constexpr std::size_t shown_behind = 256;

/// A blank inside a line, or before its end.
[[nodiscard]] constexpr bool is_line_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

[[nodiscard]] constexpr std::string_view without_trailing_blanks(std::string_view text) {
    while (!text.empty() && is_line_blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace hookspect::intake
