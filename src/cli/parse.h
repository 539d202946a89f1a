#pragma once

#include "base/result.h"
#include "cli/options.h"
#include "cli/settings.h"

#include <string>
#include <vector>

namespace hookspect::cli {

/// Reads the arguments of one command. Errors are for the user: an unknown option (with the nearest), a
/// missing or wrong value.
[[nodiscard]] base::Result<Settings> parse_arguments(const Command& command,
                                                     const std::vector<std::string>& arguments);

}  // namespace hookspect::cli
