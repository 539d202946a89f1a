#include "report/finding/summary.h"

#include "report/finding/group.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <vector>

using namespace hookspect;

namespace {

/// Adds `count` events with one finding each, on this value.
void add(Summary& summary, std::uint64_t count, Rule rule, Severity severity, std::string pointer,
         std::string_view source, std::uint64_t line, std::string_view value = "1") {
    const test::JsonEvent decoded("[" + std::string(value) + "]");
    Body body;
    body.source = source;
    body.event = &decoded.event;
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.pointer = std::move(pointer);
    finding.place.line = line;
    finding.value = 1;
    for (std::uint64_t i = 0; i < count; ++i) summary.add(body, {&finding, 1});
}

std::string shown(const Summary& summary) {
    std::string text;
    summary.append_to(text, Presentation{});
    return text;
}

}  // namespace

TEST_CASE("a summary looks as it was designed to") {
    Summary summary;
    add(summary, 412'003, Rule::unknown_field, Severity::note, "/campaign/tags", "2026-03-01.ndjson", 1);
    add(summary, 1'204, Rule::timestamp_unit, Severity::warning, "/person/created", "2026-03-02.ndjson", 17);
    add(summary, 2, Rule::enumeration, Severity::error, "/person/role", "2026-04-11.ndjson", 902,
        "\"owner\"");
    add(summary, 15, Rule::enumeration, Severity::error, "/interaction/state", "2026-05-01.ndjson", 3,
        "\"APPROVED\"");
    CHECK(shown(summary) == R"(  rule            severity    events  first seen
  enum            error           17  2026-04-11.ndjson:902
    interaction.state "APPROVED"  15
    person.role "owner"            2
  timestamp-unit  warning      1,204  2026-03-02.ndjson:17
    person.created             1,204
  unknown-field   note       412,003  2026-03-01.ndjson:1
    campaign.tags            412,003

)");
}

TEST_CASE("nothing found, nothing shown") {
    CHECK(shown(Summary{}) == "");
    Summary summary;
    add(summary, 3, Rule::type, Severity::ignored, "/a", "x", 1);
    CHECK(shown(summary) == "");
}

TEST_CASE("events are counted, not findings, and elements of a list are one path") {
    Summary summary;
    Body body;
    body.source = "x";
    std::vector<Finding> findings(3);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        findings[i].rule = Rule::missing_key;
        findings[i].severity = Severity::warning;
        findings[i].pointer = "/person/properties/" + std::to_string(i);
    }
    findings[2].pointer = "/person/a~1b~0c/key";
    summary.add(body, findings);
    CHECK(shown(summary) == R"(  rule         severity  events  first seen
  missing-key  warning        1  x:1
    person.properties[*]      1
    person["a/b~c"].key       1

)");
}

TEST_CASE("a rule keeps a bounded number of groups") {
    Summary summary;
    for (int i = 0; i < 1000; ++i) {
        add(summary, 1, Rule::unknown_field, Severity::note, "/x/key" + std::to_string(i), "x", 1);
    }
    const std::string text = shown(summary);
    CHECK(text.find("  unknown-field  note       1,000  x:1\n") != std::string::npos);
    CHECK(text.find("\n    … and others\n") != std::string::npos);
    CHECK(text.size() < 2000);
}

TEST_CASE("values and names are safe") {
    Summary summary;
    add(summary, 1, Rule::enumeration, Severity::error, "/a\x1b", "f\x1b.json", 1, "\"\u202e\"");
    const std::string text = shown(summary);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("    [\"a\\u001b\"] \"\\u{202e}\"") != std::string::npos);
    CHECK(text.find("  f\\u{1b}.json:1\n") != std::string::npos);
}

TEST_CASE("a group has a path that get takes, and the value as it is meant") {
    struct Case {
        Rule rule;
        std::string pointer;
        std::string value;
        std::string group;
    };
    const std::string long_text(50, 'a');
    const Case cases[] = {
        {Rule::url, "/campaign/link/12", "1", "campaign.link.12"},
        {Rule::url, "/campaign/link/a.b", "1", "campaign.link[\"a.b\"]"},
        {Rule::url, "/campaign/link/x y", "1", "campaign.link[\"x y\"]"},
        {Rule::url, "/campaign/link/", "1", "campaign.link[\"\"]"},
        {Rule::unknown_field, "/", "1", "[\"\"]"},
        {Rule::json_syntax, "", "1", "body"},
        {Rule::enumeration, "/campaign/config/channels/3", "\"mail\"",
         "campaign.config.channels[*] \"mail\""},
        {Rule::missing_key, "/person/properties/0/properties/11/key", "1",
         "person.properties[*].properties[*].key"},
        {Rule::utf8, "/interaction/response/votes/2", "1", "interaction.response.votes[*]"},
        {Rule::enumeration, "/person/role", "\"\\u00e9\"", "person.role \"é\""},
        {Rule::enumeration, "/person/role", "\"" + long_text + "\"",
         "person.role \"" + long_text.substr(0, 40) + "…\""},
        {Rule::event_mismatch, "/event/name", "3", "event.name 3"},
        {Rule::action, "/conversion/response/action", "{}", "conversion.response.action"},
        {Rule::action, "/conversion/response/action/@type", "[]", "conversion.response.action.@type"},
        {Rule::url, "/campaign/link/nl", "\"x\"", "campaign.link.nl"},
    };
    for (const auto& [rule, pointer, value, group] : cases) {
        CAPTURE(pointer);
        const test::JsonEvent decoded("[" + value + "]");
        Body body;
        body.event = &decoded.event;
        Finding finding;
        finding.rule = rule;
        finding.pointer = pointer;
        finding.value = 1;
        std::string name;
        append_group_name(name, body, finding);
        CHECK(name == group);
    }
}

TEST_CASE("a finding on no value names none") {
    std::string name;
    Finding finding;
    finding.rule = Rule::enumeration;
    finding.pointer = "/person/role";
    append_group_name(name, Body{}, finding);
    CHECK(name == "person.role");
}
