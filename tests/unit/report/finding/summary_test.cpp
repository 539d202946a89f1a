#include "report/finding/summary.h"

#include "report/finding/group.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <vector>

using namespace hookspect;

namespace {

/// Adds `count` events with one finding each, on this value.
void add(hookspect::report::Summary& summary, std::uint64_t count, hookspect::schema::Rule rule,
         hookspect::schema::Severity severity, std::string pointer, std::string_view source,
         std::uint64_t line, std::string_view value = "1") {
    const test::JsonEvent decoded("[" + std::string(value) + "]");
    hookspect::event::Body body;
    body.source = source;
    body.event = &decoded.event;
    hookspect::finding::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.pointer = std::move(pointer);
    finding.place.line = line;
    finding.value = 1;
    for (std::uint64_t i = 0; i < count; ++i) summary.add(body, {&finding, 1});
}

std::string shown(const hookspect::report::Summary& summary) {
    std::string text;
    summary.append_to(text, hookspect::report::Presentation{});
    return text;
}

}  // namespace

TEST_CASE("a summary looks as it was designed to") {
    hookspect::report::Summary summary;
    add(summary, 412'003, hookspect::schema::Rule::unknown_field, hookspect::schema::Severity::note,
        "/campaign/tags", "2026-03-01.ndjson", 1);
    add(summary, 1'204, hookspect::schema::Rule::timestamp_unit, hookspect::schema::Severity::warning,
        "/person/created", "2026-03-02.ndjson", 17);
    add(summary, 2, hookspect::schema::Rule::enumeration, hookspect::schema::Severity::error, "/person/role",
        "2026-04-11.ndjson", 902, "\"owner\"");
    add(summary, 15, hookspect::schema::Rule::enumeration, hookspect::schema::Severity::error,
        "/interaction/state", "2026-05-01.ndjson", 3, "\"APPROVED\"");
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
    CHECK(shown(hookspect::report::Summary{}) == "");
    hookspect::report::Summary summary;
    add(summary, 3, hookspect::schema::Rule::type, hookspect::schema::Severity::ignored, "/a", "x", 1);
    CHECK(shown(summary) == "");
}

TEST_CASE("events are counted, not findings, and elements of a list are one path") {
    hookspect::report::Summary summary;
    hookspect::event::Body body;
    body.source = "x";
    std::vector<hookspect::finding::Finding> findings(3);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        findings[i].rule = hookspect::schema::Rule::missing_key;
        findings[i].severity = hookspect::schema::Severity::warning;
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
    hookspect::report::Summary summary;
    for (int i = 0; i < 1000; ++i) {
        add(summary, 1, hookspect::schema::Rule::unknown_field, hookspect::schema::Severity::note,
            "/x/key" + std::to_string(i), "x", 1);
    }
    const std::string text = shown(summary);
    CHECK(text.find("  unknown-field  note       1,000  x:1\n") != std::string::npos);
    CHECK(text.find("\n    … and others\n") != std::string::npos);
    CHECK(text.size() < 2000);
}

TEST_CASE("values and names are safe") {
    hookspect::report::Summary summary;
    add(summary, 1, hookspect::schema::Rule::enumeration, hookspect::schema::Severity::error, "/a\x1b",
        "f\x1b.json", 1, "\"\u202e\"");
    const std::string text = shown(summary);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("    [\"a\\u001b\"] \"\\u{202e}\"") != std::string::npos);
    CHECK(text.find("  f\\u{1b}.json:1\n") != std::string::npos);
}

TEST_CASE("a group has a path that get takes, and the value as it is meant") {
    struct Case {
        hookspect::schema::Rule rule;
        std::string pointer;
        std::string value;
        std::string group;
    };
    const std::string long_text(50, 'a');
    const Case cases[] = {
        {hookspect::schema::Rule::url, "/campaign/link/12", "1", "campaign.link.12"},
        {hookspect::schema::Rule::url, "/campaign/link/a.b", "1", "campaign.link[\"a.b\"]"},
        {hookspect::schema::Rule::url, "/campaign/link/x y", "1", "campaign.link[\"x y\"]"},
        {hookspect::schema::Rule::url, "/campaign/link/", "1", "campaign.link[\"\"]"},
        {hookspect::schema::Rule::unknown_field, "/", "1", "[\"\"]"},
        {hookspect::schema::Rule::json_syntax, "", "1", "body"},
        {hookspect::schema::Rule::enumeration, "/campaign/config/channels/3", "\"mail\"",
         "campaign.config.channels[*] \"mail\""},
        {hookspect::schema::Rule::missing_key, "/person/properties/0/properties/11/key", "1",
         "person.properties[*].properties[*].key"},
        {hookspect::schema::Rule::utf8, "/interaction/response/votes/2", "1",
         "interaction.response.votes[*]"},
        {hookspect::schema::Rule::enumeration, "/person/role", "\"\\u00e9\"", "person.role \"é\""},
        {hookspect::schema::Rule::enumeration, "/person/role", "\"" + long_text + "\"",
         "person.role \"" + long_text.substr(0, 40) + "…\""},
        {hookspect::schema::Rule::event_mismatch, "/event/name", "3", "event.name 3"},
        {hookspect::schema::Rule::action, "/conversion/response/action", "{}", "conversion.response.action"},
        {hookspect::schema::Rule::action, "/conversion/response/action/@type", "[]",
         "conversion.response.action.@type"},
        {hookspect::schema::Rule::url, "/campaign/link/nl", "\"x\"", "campaign.link.nl"},
    };
    for (const auto& [rule, pointer, value, group] : cases) {
        CAPTURE(pointer);
        const test::JsonEvent decoded("[" + value + "]");
        hookspect::event::Body body;
        body.event = &decoded.event;
        hookspect::finding::Finding finding;
        finding.rule = rule;
        finding.pointer = pointer;
        finding.value = 1;
        std::string name;
        hookspect::report::append_group_name(name, body, finding);
        CHECK(name == group);
    }
}

TEST_CASE("a finding on no value names none") {
    std::string name;
    hookspect::finding::Finding finding;
    finding.rule = hookspect::schema::Rule::enumeration;
    finding.pointer = "/person/role";
    hookspect::report::append_group_name(name, hookspect::event::Body{}, finding);
    CHECK(name == "person.role");
}
