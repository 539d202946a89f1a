#pragma once

#include "event/body.h"
#include "ops/get.h"

#include <string>

namespace hookspect::report {

/// Appends what an event has as one JSON object, path → value, on one line without the newline. With the
/// source, `source` and `number` come first; a path that is asked for twice stands once; where the language
/// is to be named, `PATH.lang` follows a Multilingual path.
void append_get_json(std::string& out, const event::Body& body, const ops::GetRow& row,
                     const ops::GetOptions& options);

}  // namespace hookspect::report
