#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/finding/totals.h"
#include "report/layout/presentation.h"

#include <span>
#include <string>

namespace hookspect::report {

// SARIF 2.1.0 (OASIS), with what GitHub's code scanning requires. All rules are in the driver, each at the
// place of its number, a finding on each line. Columns count code points; byte offsets are there too.
//
// The fingerprint "hookspect/v1" is made of the rule, the pointer, the event's kind and identity, and the
// message: it stays when lines move, or when the event is captured again.

void begin_findings_sarif(std::string& out);
void append_findings_sarif(std::string& out, const event::Body& body,
                           std::span<const finding::Finding> findings, const Presentation& presentation);
void end_findings_sarif(std::string& out, const Totals& totals);

}  // namespace hookspect::report
