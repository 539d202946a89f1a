#pragma once

#include "report/layout/presentation.h"
#include "schema/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace hookspect::report {

/// Appends each rule on a line: its name, its severity, what it finds.
void append_rule_list(std::string& out, const Presentation& presentation);

/// Appends all that `explain` knows, each on a line with what it is: fields, types, rules, languages.
void append_name_list(std::string& out, const Presentation& presentation);

/// The fields that have this value in their enumeration.
[[nodiscard]] std::vector<const schema::Field*> fields_with_value(std::string_view value);

/// Appends what a value of an enumeration is: the fields that can have it, and their other values.
void append_value_explanation(std::string& out, std::string_view value, const Presentation& presentation);

}  // namespace hookspect::report
