#pragma once

#include "cli/options.h"

#include <string>

namespace hookspect {

/// The short help of the program, and of one command.
[[nodiscard]] std::string program_help();
[[nodiscard]] std::string command_help(const Command& command);

/// The version, and the libraries in use.
[[nodiscard]] std::string version_text();

}  // namespace hookspect
