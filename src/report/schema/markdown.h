#pragma once

#include "report/schema/subject.h"

#include <string>

namespace hookspect::report {

/// Appends the types that the subject needs as Markdown (GitHub's, for its tables): a section for each, with
/// its fields by their dotted keys as on the Ambassify page.
void append_schema_markdown(std::string& out, Subject subject);

}  // namespace hookspect::report
