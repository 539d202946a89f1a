#pragma once

#include "report/schema/subject.h"

#include <string>

namespace hookspect::report {

/// Appends a JSON Schema (draft 2020-12) of the subject, with a definition for each documented type that it
/// needs. What is valid under it has no error of the rules that JSON Schema can express; `$comment` names the
/// others.
void append_json_schema(std::string& out, Subject subject);

}  // namespace hookspect::report
