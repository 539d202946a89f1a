#pragma once

#include "check/checker.h"
#include "event/form_decoder.h"
#include "event/json_decoder.h"
#include "finding/policy.h"
#include "schema/rules.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace check_test {

/// A finding in one line: `enum /interaction/state: interaction.state is "PENDNG" | expected | hint`.
inline std::string line_of(const hookspect::finding::Finding& finding) {
    return fmt::format("{}{} {}: {} | {} | {}", hookspect::schema::rule_info(finding.rule).name,
                       finding.severity == hookspect::schema::rule_info(finding.rule).severity
                           ? ""
                           : fmt::format("({})", hookspect::schema::severity_name(finding.severity)),
                       finding.pointer, finding.message, finding.expected, finding.hint);
}

inline std::vector<hookspect::finding::Finding> findings_of(const hookspect::event::Event& event,
                                                            std::string_view bytes) {
    hookspect::event::Body body;
    body.bytes = bytes;
    body.encoding = event.encoding;
    body.event = &event;
    std::vector<hookspect::finding::Finding> findings;
    hookspect::check::Checker().check(body, findings);
    return findings;
}

inline std::vector<hookspect::finding::Finding> findings_in_json(std::string_view json) {
    std::string padded(json);
    padded.append(hookspect::event::padding, '\0');
    hookspect::event::JsonDecoder decoder({.depth = 10'000, .body = 64U << 20, .fields = 2'000'000});
    hookspect::event::Event event;
    REQUIRE(decoder.decode(std::string_view(padded).substr(0, json.size()), event));
    return findings_of(event, json);
}

inline std::vector<hookspect::finding::Finding> findings_in_form(std::string_view form) {
    std::string padded(form);
    padded.append(hookspect::event::padding, '\0');
    hookspect::event::FormDecoder decoder({});
    hookspect::event::Event event;
    REQUIRE(!decoder.decode(std::string_view(padded).substr(0, form.size()), event));
    return findings_of(event, form);
}

inline std::string lines_of(const std::vector<hookspect::finding::Finding>& findings) {
    std::string lines;
    for (const auto& finding : findings) lines += line_of(finding) + '\n';
    return lines;
}

/// A healthy event about a removed campaign, with these members beside.
inline std::string event_with(std::string_view members) {
    return fmt::format(
        R"({{"event":{{"name":"removed","resource":"campaign"}},"organization_id":1207,"campaign_id":48213{}{}}})",
        members.empty() ? "" : ",", members);
}

/// A body, and all that is told of it: one finding a line.
struct Case {
    std::string json;
    std::string told;
};

inline void check_cases(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        CAPTURE(one.json);
        CHECK(lines_of(findings_in_json(one.json)) == one.told);
    }
}

}  // namespace check_test
