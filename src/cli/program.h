#pragma once

#include <string>
#include <vector>

namespace hookspect::cli {

/// Runs hookspect with these arguments (without the program's name) and returns the exit status.
[[nodiscard]] int run_program(const std::vector<std::string>& arguments);

}  // namespace hookspect::cli
