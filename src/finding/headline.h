#pragma once

#include "finding/finding.h"

#include <string>
#include <string_view>

namespace hookspect::finding {

/// The first line of a finding, in the form that editors parse: `FILE:LINE:COLUMN: severity: message [rule]`,
/// safe for a terminal.
[[nodiscard]] std::string headline(std::string_view source, const Finding& finding);

}  // namespace hookspect::finding
