#pragma once

#include "report/schema/subject.h"

#include <string>

namespace hookspect::report {

/// Appends a declaration file (`.d.ts`) with a type for the subject and for each documented type that it
/// needs. An event is a union by `event.resource`, with a type guard for each resource.
void append_typescript(std::string& out, Subject subject);

}  // namespace hookspect::report
