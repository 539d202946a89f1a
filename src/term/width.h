#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hookspect::term {

/// Columns that `text` takes in a terminal, by grapheme cluster: an emoji of several code points or a flag is
/// 2, a combining mark 0. `text` has passed append_safe.
[[nodiscard]] int display_width(std::string_view text) noexcept;

/// A part of a text and the columns that it takes.
struct Fit {
    std::size_t bytes = 0;
    int columns = 0;
};

/// The longest front of `text` that takes no more than `columns`, cut between grapheme clusters.
[[nodiscard]] Fit fit_front(std::string_view text, int columns) noexcept;
/// Likewise its longest end.
[[nodiscard]] Fit fit_back(std::string_view text, int columns) noexcept;

/// Appends `text`, or where that takes more than `columns` its front and `ellipsis`, no wider than that
/// together.
void append_clipped(std::string& out, std::string_view text, int columns, std::string_view ellipsis);

/// The same with its end kept, behind the ellipsis.
void append_clipped_front(std::string& out, std::string_view text, int columns, std::string_view ellipsis);

/// Appends `text` and blanks up to `columns`.
void append_padded(std::string& out, std::string_view text, int columns);
/// Appends blanks up to `columns`, then `text`.
void append_right(std::string& out, std::string_view text, int columns);

}  // namespace hookspect::term
