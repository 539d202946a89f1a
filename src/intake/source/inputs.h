#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace hookspect::intake {

/// The files that one FILE argument stands for: itself, or all regular files below a directory, hidden ones
/// skipped, sorted by name, symbolic links to directories not followed. Errors: a directory that cannot be
/// read or has no file. What went wrong below the directory is added to `problems`.
[[nodiscard]] base::Result<std::vector<std::string>> expand_input(const std::string& path,
                                                                  std::vector<base::Error>& problems);

/// All of a file (`-` is standard input).
[[nodiscard]] base::Result<std::string> read_text(const std::string& path);

/// The names in the file `list` (`-` is standard input), one a line, or NUL-separated.
[[nodiscard]] base::Result<std::vector<std::string>> read_names(const std::string& list, bool nul_separated);

}  // namespace hookspect::intake
