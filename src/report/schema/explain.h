#pragma once

#include "report/layout/presentation.h"
#include "schema/names.h"

#include <string>

namespace hookspect::report {

/// Appends what a name means, for a person: a field, a type, a rule, a language, an Action type.
void append_explanation(std::string& out, const schema::Name& name, const Presentation& presentation);

}  // namespace hookspect::report
