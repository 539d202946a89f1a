#pragma once

#include "event/body.h"
#include "finding/finding.h"

#include <string_view>

namespace hookspect::test {

inline event::Body body_of(std::string_view source) {
    event::Body body;
    body.source = source;
    return body;
}

inline finding::Finding a_finding() {
    finding::Finding finding;
    finding.rule = schema::Rule::enumeration;
    finding.severity = schema::Severity::error;
    finding.event = 2;
    finding.place = {1327, 2, 328};
    finding.length = 8;
    finding.pointer = "/interaction/state";
    finding.message = "interaction.state is \"PENDNG\"";
    return finding;
}

}  // namespace hookspect::test
