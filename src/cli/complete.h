#pragma once

#include "query/completion.h"

#include <span>
#include <string>
#include <vector>

namespace hookspect::cli {

/// How an unfinished command line can go on.
struct LineCompletions {
    std::vector<query::Completion> words;
    bool files = false;  // names of files can stand there, too
};

/// `words` stand behind the program's name, as they were typed, with their quotes; the last one is unfinished
/// and may be empty.
[[nodiscard]] LineCompletions complete_line(std::span<const std::string> words);

/// A word without its quotes and backslashes, read as a POSIX shell does; the last quote may be open.
[[nodiscard]] std::string without_quotes(std::string_view word);

}  // namespace hookspect::cli
