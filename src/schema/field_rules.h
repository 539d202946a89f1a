#pragma once

#include "schema/names.h"

#include <string>
#include <vector>

namespace hookspect::schema {

/// The rules that look at a field, in the order of the table. Left out are those that look at every key
/// alike: syntax, encoding, limits, `duplicate-key` and `form-conflict`.
[[nodiscard]] std::vector<Rule> rules_at(const FieldName& name);

/// The fields that a rule picks out by name; none for a rule that goes by types alone.
[[nodiscard]] std::vector<std::string> paths_of(Rule rule);

}  // namespace hookspect::schema
