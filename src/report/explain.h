#pragma once

#include "schema/paths.h"
#include "term/presentation.h"

#include <string>

namespace hookspect {

/// Appends what a name means, for a person: a field, a type, a rule, a language, an Action type.
void append_explanation(std::string& out, const Name& name, const Presentation& presentation);

}  // namespace hookspect
