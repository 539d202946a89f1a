#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hookspect::term {

/// Appends `text` so that a terminal can only show it. Control, bidirectional and invisible characters become
/// `\u{1b}`, bytes that are not UTF-8 `\x{ff}`, a newline `↵` (`\n` unless `unicode`). What belongs to an
/// emoji stays: U+200D between two pictographs, the tags of a regional flag. Letters stay in every locale: a
/// locale that is not UTF-8 is mostly one that nobody has set.
void append_safe(std::string& out, std::string_view text, bool unicode = true);

/// The same as a text of its own.
[[nodiscard]] std::string safe_text(std::string_view text, bool unicode = true);

/// Bytes of printable ASCII at the front of `text`: append_safe leaves them as they are, and each takes a
/// column.
[[nodiscard]] std::size_t printable_size(std::string_view text) noexcept;

/// Whether append_safe would append `text` unchanged.
[[nodiscard]] bool is_safe(std::string_view text) noexcept;

}  // namespace hookspect::term
