#pragma once

#include "report/schema/subject.h"

#include <string>

namespace hookspect::report {

/// Appends the table of fields as JSON, for code generators: the types that the subject needs, each with its
/// fields in documented order.
void append_schema_json(std::string& out, Subject subject);

}  // namespace hookspect::report
