#pragma once

#include <string>
#include <string_view>

namespace hookspect::base {

/// Appends a JSON text for people to read, with two spaces per level: a container that holds no other and
/// fits stays on one line, as `{ "type": ["number", "null"] }`; of all others each member has a line of its
/// own. `json` is well-formed and without blanks between its tokens, as JsonWriter makes it.
void append_json_laid_out(std::string& out, std::string_view json);

}  // namespace hookspect::base
