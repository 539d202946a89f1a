#pragma once

#include "base/result.h"
#include "cli/command.h"

#include <string>
#include <vector>

namespace hookspect::cli {

/// What the words of a command hold besides the values of options.
struct Parsed {
    std::vector<std::string> arguments;
    bool help = false;
};

/// Reads the words of one command, and stores the values of its options in `settings`, which is of the
/// command's own type. Errors are for the user: an unknown option (with the nearest), a missing or wrong
/// value, options that do not go together.
[[nodiscard]] base::Result<Parsed> parse_words(const Command& command, const std::vector<std::string>& words,
                                               void* settings);

}  // namespace hookspect::cli
