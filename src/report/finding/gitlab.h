#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/finding/totals.h"
#include "report/layout/presentation.h"

#include <span>
#include <string>

namespace hookspect::report {

// GitLab's Code Quality report: a JSON list with an object for each finding, errors as `major`, warnings as
// `minor`, notes as `info`.

void begin_findings_gitlab(std::string& out);
void append_findings_gitlab(std::string& out, const event::Body& body,
                            std::span<const finding::Finding> findings, const Presentation& presentation);
void end_findings_gitlab(std::string& out, const Totals& totals);

}  // namespace hookspect::report
