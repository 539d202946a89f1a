#pragma once

#include <cstddef>
#include <string_view>

namespace hookspect::report {

/// A stretch of a text, bytes. At or behind the text's end it means the place behind its last character.
struct Stretch {
    std::size_t offset = 0;
    std::size_t size = 0;
};

/// A line cut in three at the edges of a stretch, without the blanks at its ends.
struct LineCut {
    std::string_view before;
    std::string_view marked;
    std::string_view after;
};

/// Bytes on each side of a stretch that are looked at: more than any terminal shows of a line.
inline constexpr std::size_t most_looked_at = 16 * 1024;

/// The line of `text` that holds the stretch. Of a longer one no more than at least `enough` bytes before the
/// stretch and behind it, so that the length of a line costs nothing.
[[nodiscard]] LineCut cut_line(std::string_view text, Stretch stretch, std::size_t enough) noexcept;

}  // namespace hookspect::report
