#pragma once

#include "event/body.h"
#include "finding/finding.h"

#include <string>

namespace hookspect::report {

/// Appends what findings are grouped by below their rule: `person.properties[*].key`, a path with one name
/// for all elements of a list, as `get` takes it; of rules whose faulty values repeat, the value too,
/// clipped: `interaction.state "PENDNG"`.
void append_group_name(std::string& out, const event::Body& body, const finding::Finding& finding);

}  // namespace hookspect::report
