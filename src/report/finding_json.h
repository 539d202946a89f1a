#pragma once

#include "capture/body.h"
#include "finding/finding.h"
#include "report/totals.h"

#include <span>
#include <string>

namespace hookspect {

/// Appends a finding as one JSON object on one line, without the newline. Members, in this order: source,
/// event, line, column, offset, pointer, key (null but for form bodies), severity, rule, message, hint (null
/// where there is none). What was expected is the end of the message.
void append_finding_json(std::string& out, const Body& body, const Finding& finding);

/// Writes `{"version":1,"findings":[…],"summary":{…}}` piece by piece, so that no finding has to be kept.
class FindingsDocument {
public:
    void begin(std::string& out) const;
    void add(std::string& out, const Body& body, std::span<const Finding> findings);
    void end(std::string& out, const Totals& totals) const;

private:
    bool first_ = true;
};

}  // namespace hookspect
