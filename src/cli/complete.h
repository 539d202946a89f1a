#pragma once

#include "cli/value_kinds.h"
#include "query/expression_completion.h"

#include <span>
#include <string>

namespace hookspect::cli {

/// How a line can go on. `words` are those after the program's name, as they were typed, with their quotes;
/// the last one is unfinished and may be empty.
[[nodiscard]] LineCompletions complete_line(std::span<const std::string> words);

/// A word without its quotes and backslashes, read as a POSIX shell does; the last quote may be open.
[[nodiscard]] std::string without_quotes(std::string_view word);

}  // namespace hookspect::cli
