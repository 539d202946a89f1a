#pragma once

#include "schema/path.h"

#include <string_view>

namespace hookspect::cli {

/// Prints what is wrong with a path or an expression on standard error: the message, the line of the text
/// with carets under the place, and the hint. `what` names where the text was given: `--where`. A
/// command's name stands for its first argument, and the hint says so if that names a file.
void tell_query_error(const base::TextError& error, std::string_view text, std::string_view what);

}  // namespace hookspect::cli
