#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/finding/totals.h"
#include "report/layout/presentation.h"

#include <span>
#include <string>

namespace hookspect::report {

/// Appends a finding as one JSON object on one line, without the newline. Members, in this order: source,
/// event, line, column, offset, pointer, key (null but for form bodies), severity, rule, message, hint (null
/// where there is none). What was expected is the end of the message.
void append_finding_json(std::string& out, const event::Body& body, const finding::Finding& finding);

/// Appends each finding as such a line.
void append_findings_ndjson(std::string& out, const event::Body& body,
                            std::span<const finding::Finding> findings, const Presentation& presentation);

/// Appends `{"events":…,"valid":…,"invalid":…,"errors":…,"warnings":…,"notes":…}`, and `unlisted` where
/// something was not listed.
void append_totals_json(std::string& out, const Totals& totals);

// `{"version":1,"findings":[…],"summary":{…}}`, piece by piece. A comma parts the findings of two bodies.

void begin_findings_json(std::string& out);
void append_findings_json(std::string& out, const event::Body& body,
                          std::span<const finding::Finding> findings, const Presentation& presentation);
void end_findings_json(std::string& out, const Totals& totals);

}  // namespace hookspect::report
