#pragma once

#include "event/body.h"
#include "ops/get.h"

#include <string>

namespace hookspect::report {

/// Appends what an event has as text. A line holds the value of each path, separated by tabs; in more than
/// one column tabs, newlines, carriage returns and backslashes are `\t`, `\n`, `\r` and `\\`. A path with `*`
/// or `[*]` stands alone and gives a line for each match: its key and its value.
void append_get_text(std::string& out, const event::Body& body, const ops::GetRow& row,
                     const ops::GetOptions& options);

}  // namespace hookspect::report
