#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hookspect::base {

/// White space between the tokens of a JSON text (RFC 8259, section 2).
[[nodiscard]] constexpr bool is_json_blank(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Bytes at the front of `text` that stand for themselves in a JSON string and are ASCII.
[[nodiscard]] std::size_t plain_json_size(std::string_view text) noexcept;

/// Appends what a JSON string's text means. `raw` stands between the quotes and its escapes are well-formed.
void append_unescaped(std::string& out, std::string_view raw);

/// Appends a JSON text without the blanks between its tokens.
void append_json_compact(std::string& out, std::string_view json);

/// Appends a JSON text that means the same and can be seen: characters that is_hidden() tells, and bytes that
/// are not UTF-8, are escaped as they are in strings. Line ends stay, other blanks become spaces.
void append_visible_json(std::string& out, std::string_view json);

/// Appends `text` as a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);
/// The same, with what is_hidden() tells escaped.
void append_visible_json_string(std::string& out, std::string_view text);
/// append_json_string without the quotes, for one that is made of pieces.
void append_json_characters(std::string& out, std::string_view text);

/// The most bytes that one byte of a text becomes in a JSON string.
inline constexpr std::size_t longest_json_escape = 6;

/// Writes `text`, which is UTF-8, as the characters of a JSON string and returns their end. There must be
/// room for longest_json_escape times its size and a block more; a block must be readable from any byte of it
/// (base/byte_block.h).
[[nodiscard]] char* write_json_characters(char* out, std::string_view text) noexcept;

/// Offset of the first fault of the escapes in `raw` (the text between the quotes), at its backslash, or
/// npos. RFC 8259, section 7. `lone_surrogate` tells a surrogate without its partner from an escape that does
/// not exist.
struct EscapeFault {
    std::size_t offset = std::string_view::npos;
    bool lone_surrogate = false;
};
[[nodiscard]] EscapeFault find_escape_fault(std::string_view raw) noexcept;

/// Offset in `raw` of the escape or character that gives byte `decoded` of its unescaped text.
[[nodiscard]] std::size_t escaped_offset(std::string_view raw, std::size_t decoded) noexcept;

}  // namespace hookspect::base
