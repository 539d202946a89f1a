#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/finding/totals.h"
#include "report/layout/presentation.h"

#include <span>
#include <string>

namespace hookspect::report {

// JUnit XML: one suite, in which each body is a test case. Counts are left out, so that it streams; readers
// count for themselves. A case has at most one <failure>, with all errors, and one <system-out>, with all
// else: some readers keep only one of each. `classname` and `name` together name a case, and no two are the
// same.

void begin_findings_junit(std::string& out);
void append_findings_junit(std::string& out, const event::Body& body,
                           std::span<const finding::Finding> findings, const Presentation& presentation);
void end_findings_junit(std::string& out, const Totals& totals);

}  // namespace hookspect::report
