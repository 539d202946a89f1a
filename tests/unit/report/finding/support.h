#pragma once

#include "event/body.h"
#include "finding/finding.h"

#include <string_view>

namespace hookspect::test {

inline Body body_of(std::string_view source) {
    Body body;
    body.source = source;
    return body;
}

inline Finding a_finding() {
    Finding finding;
    finding.rule = Rule::enumeration;
    finding.severity = Severity::error;
    finding.event = 2;
    finding.place = {1327, 2, 328};
    finding.length = 8;
    finding.pointer = "/interaction/state";
    finding.message = "interaction.state is \"PENDNG\"";
    return finding;
}

}  // namespace hookspect::test
