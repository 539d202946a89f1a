#pragma once

#include "report/layout/presentation.h"

#include <string>

namespace hookspect::report {

/// Appends the whole schema for a person: each documented type once, its fields with type, unit, allowed
/// values and documented text. An object's heading and a key below it make a path for `get` and `explain`.
void append_schema_tree(std::string& out, const Presentation& presentation);

}  // namespace hookspect::report
