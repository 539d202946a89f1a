#pragma once

#include <string>
#include <vector>

namespace hookspect::cli {

/// Runs hookspect with these arguments (without the program's name) and returns the exit status.
[[nodiscard]] int run_command_line(const std::vector<std::string>& arguments);

}  // namespace hookspect::cli
