#pragma once

#include "check/issue.h"
#include "event/body.h"
#include "finding/finding.h"

#include <string_view>
#include <vector>

namespace hookspect::check {

// The step after the rules: what they say is named, placed and marked.

/// Appends a finding for each issue: pointer and subject from the tape, line and column in the source, the
/// stretch that is meant, the form key; in the order of their offset, then of their rule. After them, one for
/// each rule and severity that is only counted, because it is below `least`, or because there are too many or
/// their paths are too long. Linear in the body, the tape and what is written.
void locate(Issues issues, const event::Body& body, schema::Severity least,
            std::vector<finding::Finding>& findings);

/// The finding of a body that cannot be read. It is an error whatever the policy: nothing else of the body
/// was checked.
[[nodiscard]] finding::Finding located(const event::Fault& fault, const event::Body& body);

/// The key of the form field that begins at this offset of a form body, as written.
[[nodiscard]] std::string_view written_key(std::string_view body, std::size_t begin);

}  // namespace hookspect::check
