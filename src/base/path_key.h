#pragma once

#include <string>
#include <string_view>

namespace hookspect::base {

/// Whether a byte of a key may stand in a path without quotes.
[[nodiscard]] constexpr bool is_bare_in_path(char c) noexcept {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    return letter || (c >= '0' && c <= '9') || std::string_view("_-@:$+").find(c) != std::string_view::npos;
}

/// Appends a key to a path, as it is read again: bare behind a dot, or as a JSON string in brackets. Nothing
/// in it is hidden, so that what a terminal shows can be pasted.
void append_path_key(std::string& out, std::string_view key);

}  // namespace hookspect::base
