#pragma once

#include "report/layout/presentation.h"
#include "report/schema/subject.h"

#include <string>

namespace hookspect::report {

/// Appends the types that the subject needs, for a person: each once, its fields with type, unit, allowed
/// values and documented text. An object's heading and a key below it make a path for `get` and `explain`.
void append_schema_tree(std::string& out, Subject subject, const Presentation& presentation);

}  // namespace hookspect::report
