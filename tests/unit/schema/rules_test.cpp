#include "schema/rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using hookspect::schema::Rule;
using hookspect::schema::Severity;

namespace {

struct Row {
    std::string_view name;
    Severity severity;
};

// The design's table of rules, in its order.
constexpr auto documented = std::to_array<Row>({
    {"json-syntax", Severity::error},
    {"form-syntax", Severity::error},
    {"utf8", Severity::error},
    {"limit", Severity::error},
    {"not-an-event", Severity::error},
    {"required", Severity::error},
    {"type", Severity::error},
    {"enum", Severity::error},
    {"language", Severity::error},
    {"url", Severity::error},
    {"person-id", Severity::error},
    {"orphan-resource", Severity::error},
    {"value-and-properties", Severity::error},
    {"action", Severity::error},
    {"form-conflict", Severity::warning},
    {"duplicate-key", Severity::warning},
    {"missing-id", Severity::warning},
    {"missing-resource", Severity::warning},
    {"id-mismatch", Severity::warning},
    {"event-mismatch", Severity::warning},
    {"whole-number", Severity::warning},
    {"timestamp-unit", Severity::warning},
    {"schedule", Severity::warning},
    {"channel", Severity::warning},
    {"untranslated", Severity::warning},
    {"url-characters", Severity::warning},
    {"schemeless-url", Severity::warning},
    {"garbled-text", Severity::warning},
    {"ip-address", Severity::warning},
    {"missing-key", Severity::warning},
    {"unknown-field", Severity::note},
    {"action-property", Severity::note},
    {"extra-language", Severity::note},
    {"preset-mismatch", Severity::note},
    {"unlisted-channel", Severity::note},
    {"empty-url", Severity::note},
});

}  // namespace

TEST_CASE("the rules are those of the design, in its order") {
    REQUIRE(hookspect::schema::rules().size() == documented.size());
    for (std::size_t i = 0; i < documented.size(); ++i) {
        CAPTURE(documented[i].name);
        CHECK(hookspect::schema::rules()[i].name == documented[i].name);
        CHECK(hookspect::schema::rules()[i].severity == documented[i].severity);
        CHECK(hookspect::schema::rules()[i].rule == static_cast<Rule>(i));
    }
    CHECK(hookspect::schema::rule_info(Rule::enumeration).name == "enum");
}

TEST_CASE("every rule has a summary of one line and a paragraph of whole sentences") {
    for (const hookspect::schema::RuleInfo& info : hookspect::schema::rules()) {
        CAPTURE(info.name);
        CHECK_FALSE(info.summary.empty());
        CHECK(info.summary.size() <= 72);
        CHECK(info.summary.back() != '.');
        CHECK(info.text.size() > 100);
        CHECK(info.text.back() == '.');
        CHECK(info.text.find('\n') == std::string_view::npos);
        CHECK(info.text.find("  ") == std::string_view::npos);
        CHECK(std::count(info.text.begin(), info.text.end(), '`') % 2 == 0);
    }
}

TEST_CASE("a rule is found by its exact name alone") {
    for (const hookspect::schema::RuleInfo& info : hookspect::schema::rules())
        CHECK(hookspect::schema::find_rule(info.name) == info.rule);
    for (const std::string_view name : {"", "Enum", "enumeration", "json_syntax", "enum "}) {
        CHECK_FALSE(hookspect::schema::find_rule(name).has_value());
    }
}

TEST_CASE("severities have the names that options and findings use") {
    CHECK(hookspect::schema::severity_name(Severity::error) == "error");
    CHECK(hookspect::schema::severity_name(Severity::warning) == "warning");
    CHECK(hookspect::schema::severity_name(Severity::note) == "note");
    CHECK(hookspect::schema::severity_name(Severity::ignored) == "ignored");
}
