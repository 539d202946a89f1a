#pragma once

#include "report/layout/presentation.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace hookspect::report {

/// Appends `text` wrapped between words to `columns`; every further line begins with `indent` blanks. The
/// first line begins at column `at`, where the cursor stands. Ends without a newline. A word longer than a
/// line is not cut.
void append_wrapped(std::string& out, std::string_view text, std::size_t at, std::size_t indent,
                    std::size_t columns);

/// Appends text in bold where there is colour.
void append_bold(std::string& out, std::string_view text, const Presentation& presentation);

/// Appends a label at `indent`, padded to `label_columns`, and its text wrapped beside it, and a newline.
void append_entry(std::string& out, std::string_view label, std::string_view text, std::size_t label_columns,
                  const Presentation& presentation);

/// The columns that text for reading is wrapped to: the width, but not so wide that lines are hard to follow.
[[nodiscard]] std::size_t prose_columns(const Presentation& presentation) noexcept;

}  // namespace hookspect::report
