// What an expression asks of the validator, and of bodies that could not be read.

#include "event/selection.h"
#include "unit/query/expression_support.h"

#include <array>

using hookspect::finding::Finding;
using hookspect::query::Expression;
using hookspect::schema::Rule;
using hookspect::schema::Severity;
using hookspect::test::parsed;

namespace {

Finding finding(Rule rule, Severity severity) {
    Finding one;
    one.rule = rule;
    one.severity = severity;
    return one;
}

struct Case {
    std::string_view expression;
    bool well;        // of an event without findings
    bool warned;      // with the warning id-mismatch
    bool wrong;       // with the errors enum and type
    bool unreadable;  // of a body with json-syntax
};

constexpr auto cases = std::to_array<Case>({
    {"valid", true, true, false, false},
    {"invalid", false, false, true, true},
    {"not valid", false, false, true, true},
    {"not invalid", true, true, false, false},
    {"rule == enum", false, false, true, false},
    {"rule == 'enum'", false, false, true, false},
    {"rule != enum", true, true, false, false},
    {"rule == id-mismatch", false, true, false, false},
    {"rule in (id-mismatch, type)", false, true, true, false},
    {"not rule in (id-mismatch, type)", true, false, false, false},
    {"rule == json-syntax", false, false, false, true},
    {"severity == error", false, false, true, true},
    {"severity == warning", false, true, false, false},
    {"severity != warning", true, false, true, false},
    {"severity in (warning, error)", false, true, true, true},
    {"severity == note", false, false, false, false},
    {"not severity == error", true, true, false, false},
    {"valid and rule == id-mismatch", false, true, false, false},
    {"campaign_id == 5", true, true, true, false},
    {"campaign_id != 5", false, false, false, false},
    {"not campaign_id == 5", false, false, false, false},
    {"campaign_id != 6", true, true, true, false},
    {"campaign.id unknown", true, true, true, false},
    {"not (campaign_id == 6 and campaign_id == 7)", true, true, true, false},
    {"invalid or campaign_id == 6", false, false, true, true},
    {"invalid and not campaign_id == 6", false, false, true, false},
    {"not (valid or campaign_id == 5)", false, false, false, false},
    {"{}", true, true, true, false},
    {R"({"operator": "not", "value": {}})", false, false, false, false},
    {R"({"operator": "or", "value": []})", false, false, false, false},
    {R"({"key": "campaign.id", "operator": "unknown"})", true, true, true, false},
});

}  // namespace

TEST_CASE("valid, invalid and rule ask the validator; what cannot be read is only invalid") {
    const hookspect::test::Body body(R"({"campaign_id": 5})");
    const std::array warned{finding(Rule::id_mismatch, Severity::warning)};
    const std::array wrong{finding(Rule::enumeration, Severity::error), finding(Rule::type, Severity::error)};
    const std::array unreadable{finding(Rule::json_syntax, Severity::error)};
    for (const Case& one : cases) {
        CAPTURE(one.expression);
        const Expression expression = parsed(one.expression);
        CHECK(expression.matches({&body.event(), {}}) == one.well);
        CHECK(expression.matches({&body.event(), warned}) == one.warned);
        CHECK(expression.matches({&body.event(), wrong}) == one.wrong);
        CHECK(expression.matches({nullptr, unreadable}) == one.unreadable);
    }
}

TEST_CASE("an expression says what it needs") {
    using Want = hookspect::event::Selection::Want;
    const auto selected = [](std::string_view text) {
        hookspect::event::Selection selection;
        parsed(text).select(selection);
        return selection;
    };
    const auto id = hookspect::schema::find_field(hookspect::schema::ObjectType::event, "campaign_id");
    const auto person = hookspect::schema::find_field(hookspect::schema::ObjectType::event, "person");
    const auto points = hookspect::schema::find_field(hookspect::schema::ObjectType::person, "points");
    const auto role = hookspect::schema::find_field(hookspect::schema::ObjectType::person, "role");
    CHECK(!parsed("campaign_id == 5 and person.hidden").needs_findings());
    CHECK(parsed("campaign_id == 5 and (person.hidden or not valid)").needs_findings());
    CHECK(parsed("rule == enum").needs_findings());
    const auto some = selected("campaign_id == 5 and not person.points > 4");
    CHECK(some.fields[id] == Want::whole);
    CHECK(some.fields[person] == Want::inside);
    CHECK(some.fields[points] == Want::whole);
    CHECK(some.fields[role] == Want::nothing);
    CHECK(some.undocumented == Want::nothing);
    const auto aql =
        selected(R"({"operator": "not", "value": {"key": "person.points", "operator": "known"}})");
    CHECK(aql.fields[points] == Want::whole);
    CHECK(aql.fields[id] == Want::nothing);
    const auto everything = selected("campaign_id == 5 or invalid");
    CHECK(everything.fields[role] == Want::whole);
    CHECK(everything.undocumented == Want::whole);
}
