#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hookspect::base {

/// One step through text that may not be UTF-8.
struct CodePoint {
    char32_t value = 0;     // U+FFFD where `valid` is false
    std::uint8_t size = 1;  // bytes; a byte that starts no well-formed sequence stands alone
    bool valid = true;
};

/// The code point at the front of `text`, which is not empty (RFC 3629: no overlong forms, no surrogates).
[[nodiscard]] CodePoint front_code_point(std::string_view text) noexcept;

/// Bytes of ASCII at the front of `text`.
[[nodiscard]] std::size_t ascii_size(std::string_view text) noexcept;

/// Offset of the first ill-formed sequence, or npos when all of `text` is UTF-8.
[[nodiscard]] std::size_t first_bad_utf8(std::string_view text) noexcept;

/// Code points in `text`; a byte that is not UTF-8 counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// Nothing in `text` can be seen: it is empty, or white space as JavaScript's trim() knows it.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

/// Appends the UTF-8 form of a code point that is no surrogate.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace hookspect::base
