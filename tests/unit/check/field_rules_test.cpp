// The table of which rule looks at which field (schema/rules) beside what check does: every documented
// field is given one value after the other in some events, and what is told anew is compared with the table,
// both ways.

#include "event/path_values.h"
#include "ops/sample_edit.h"
#include "schema/names.h"
#include "schema/path.h"
#include "schema/rules.h"
#include "support.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::string_view_literals;

using hookspect::schema::Field;
using hookspect::schema::ObjectType;
using hookspect::schema::Rule;
using hookspect::schema::Severity;
using hookspect::schema::ValueType;

using RuleSet = std::set<Rule>;
using Told = std::map<std::pair<Rule, std::string>, Severity>;  // at this pointer

// --- the events -------------------------------------------------------------------------------------

// Every documented field is set, Multilingual ones in two languages, and nothing is told of it. % is the
// event's name and resource.
constexpr std::string_view full = R"({"event":{%},"organization_id":1207,"campaign_id":7,"interaction_id":8,
"conversion_id":9,"person_id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34",
"campaign":{"id":7,"name":"Wave","created":1769860800,"organization":1207,"title":{"en":"Summer","nl":"Zomer"},
"summary":{"en":"Share","nl":"Deel"},"link":{"en":"https://www.example.com/","nl":"https://www.example.com/nl"},
"shortLink":{"en":"https://e.com/1","nl":"https://e.com/2"},"author":{"name":"Ann"},
"image":{"location":{"en":"https://e.com/1.png","nl":"https://e.com/2.png"}},
"config":{"preset":"share","comments":true,"fistbump":false,"languages":["en","nl"],"channels":["community","landing"],
"community":{"enabled":true,"publishOn":1769860800,"finishOn":1789860800},
"landing":{"enabled":true,"publishOn":1769860800,"finishOn":1789860800}},
"promote":{"title":{"en":"a","nl":"b"},"description":{"en":"c","nl":"d"},
"image":{"en":"https://e.com/3.png","nl":"https://e.com/4.png"}}},
"interaction":{"id":8,"member":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34","organization":1207,"campaign":7,"preset":"share",
"points":5,"state":"PENDING","created":1769860800,"response":{"a":1},
"metadata":{"presetId":"share","ipAddress":"203.0.113.24","source":"community","challenge_type":"share"}},
"conversion":{"id":9,"member":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34","organization":1207,"campaign":7,"preset":"share",
"points":5,"created":1769860800,"metadata":{"presetId":"share","ipAddress":"203.0.113.24"},
"response":{"action":{"@type":"ShareAction"}}},
"person":{"id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34","orgId":1207,"role":"advocate","points":5,"groups":["vip"],
"hidden":false,"created":1769860800000,"firstCommunityAccess":1769860800000,"optIn":{"email":true},"profile":{"a":"b"},
"properties":[{"key":"address","primary":"1","value":"","properties":[{"key":"city","primary":true,"value":"Gent",
"properties":[]}]}]}})";

// One language and one channel are enough for this one,
constexpr std::string_view narrow = R"({"event":{%},"organization_id":1207,"campaign_id":7,
"campaign":{"id":7,"title":{"en":"Summer"},"summary":{"en":"Share"},"link":{"en":"https://www.example.com/"},
"shortLink":{"en":"https://e.com/1"},"image":{"location":{"en":"https://e.com/1.png"}},
"config":{"languages":["en"],"channels":["community"],"community":{"enabled":true},"landing":{"enabled":false}},
"promote":{"title":{"en":"a"},"description":{"en":"c"},"image":{"en":"https://e.com/3.png"}}}})";

// and this one misses a title, has the other channel, and a property without others in it.
constexpr std::string_view other = R"({"event":{%},"organization_id":1207,"campaign_id":7,
"campaign":{"id":7,"title":{"en":"Summer"},"config":{"languages":["en","nl"],"channels":["landing"],
"community":{"enabled":false},"landing":{"enabled":true}}},
"person_id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34",
"person":{"id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34","properties":[{"key":"city","value":"Gent"}]}})";

// Nothing but the ids, and not even those.
constexpr std::string_view ids = R"({"event":{%},"organization_id":1207,"campaign_id":7,"interaction_id":8,
"conversion_id":9,"person_id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34"})";
constexpr std::string_view bare = R"({"event":{%},"organization_id":1207})";

std::vector<std::string> events() {
    std::vector<std::string> made;
    for (const std::string_view text : {full, narrow, other, ids, bare}) {
        for (const std::string_view name : {"changed"sv, "removed"sv, "published_landing"sv}) {
            for (const std::string_view resource :
                 {"campaign"sv, "interaction"sv, "conversion"sv, "person"sv}) {
                const std::string head = fmt::format(R"("name":"{}","resource":"{}")", name, resource);
                std::string& event = made.emplace_back(text);
                event.replace(event.find('%'), 1, head);
                event.erase(std::remove(event.begin(), event.end(), '\n'), event.end());
            }
        }
    }
    return made;
}

// --- the fields -------------------------------------------------------------------------------------

/// Whether the table lists a rule at some fields, and not at all of them alike.
bool goes_by_field(Rule rule) {
    constexpr std::array everywhere{Rule::json_syntax, Rule::form_syntax,   Rule::utf8,
                                    Rule::limit,       Rule::duplicate_key, Rule::form_conflict};
    return std::find(everywhere.begin(), everywhere.end(), rule) == everywhere.end();
}

/// The paths of all fields below an object at `path`, two languages of each Multilingual value, two levels of
/// properties.
void add_paths(std::vector<std::string>& paths, ObjectType owner, const std::string& path) {
    for (const Field& row : hookspect::schema::fields_of(owner)) {
        if (hookspect::schema::is_multilingual(owner) && row.key != "nl") continue;
        const std::string at = path.empty() ? std::string(row.key) : path + "." + std::string(row.key);
        paths.push_back(at);
        const bool list = row.type == ValueType::properties;
        if (row.object != ObjectType::none && row.object != owner) {
            add_paths(paths, row.object, list ? at + "[0]" : at);
        }
    }
}

// --- the values -------------------------------------------------------------------------------------

constexpr auto any_values = std::to_array<std::string_view>({
    "null",
    "5",
    "-1",
    "1.5",
    "1789860801000",
    "1789860801",
    "1",
    "1999999999",
    "true",
    "false",
    "[]",
    "{}",
    R"("")",
    R"("x")",
    R"("created")",
    R"("changed")",
    R"("published_landing")",
    R"("campaign")",
    R"("interaction")",
    R"("conversion")",
    R"("person")",
    R"("mailto:x@example.com")",
    R"("https://www.example.com/{{a}}")",
    R"("www.example.com/x")",
    R"("Caf\u00c3\u00a9")",
    R"(["Caf\u00c3\u00a9"])",
    R"("203.0.113.24, 10.0.0.7")",
    R"("[anonymous]")",
    R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b35")",
    R"(["en","nl","fr"])",
    R"(["en"])",
    R"(["community"])",
    R"(["community","landing"])",
    R"({"id":5})",
    R"([{"key":"a"}])",
    R"([{"value":"a"}])",
    // What makes a difference inside an object that is looked at as one value.
    R"({"en":"mailto:x@example.com"})",
    R"({"en":"https://www.example.com/{{a}}"})",
    R"({"en":"www.example.com/x"})",
    R"({"en":""})",
    R"({"en":"Caf\u00c3\u00a9"})",
    R"({"en-US":"x"})",
    R"({"en":"x","nl":"x","fr":"x"})",
    R"({"@type":"ShareActon"})",
    R"({"@type":"ShareAction","followee":"x"})",
});

/// The changes to one field: every value, no value, and another key in the object or in each of a list.
std::vector<hookspect::ops::SampleEdit> changes_of(const std::string& path) {
    auto parsed = hookspect::schema::parse_path(path);
    REQUIRE(std::holds_alternative<hookspect::schema::Path>(parsed));
    hookspect::schema::Path place = std::get<hookspect::schema::Path>(std::move(parsed));
    std::vector<hookspect::ops::SampleEdit> changes;
    for (const std::string_view value : any_values) changes.push_back({place, std::string(value)});
    changes.push_back({place, std::nullopt});
    place.steps.push_back({.key = "zzz"});
    changes.push_back({place, "1"});
    place.steps.back() = {.kind = hookspect::schema::PathStep::Kind::element, .index = 0};
    place.steps.push_back({.key = "zzz"});
    changes.push_back({place, "1"});
    return changes;
}

// --- what is told -----------------------------------------------------------------------------------

Told told_of(std::string_view event) {
    Told told;
    for (const hookspect::finding::Finding& finding : check_test::findings_in_json(event)) {
        if (goes_by_field(finding.rule)) told[{finding.rule, finding.pointer}] = finding.severity;
    }
    return told;
}

std::string pointer_of(std::string path) {
    for (const char bracket : {'.', '['}) std::replace(path.begin(), path.end(), bracket, '/');
    path.erase(std::remove(path.begin(), path.end(), ']'), path.end());
    return "/" + path;
}

/// Whether what is told at `pointer` is told of the field at `path`, which was changed. What is told of
/// another documented field inside it is told of that one; but of a Multilingual value that is told of the
/// value, too.
bool is_told_of(const std::string& path, const Field& row, const std::string& pointer) {
    if (hookspect::schema::is_multilingual(row.object)) return true;
    if (!pointer.starts_with(pointer_of(path) + "/")) return true;
    const auto inner = hookspect::schema::find_path(pointer);
    return !inner || !inner->rest.empty() || inner->id() == hookspect::schema::id_of(row);
}

bool is_set(const std::string& event, std::string_view path) {
    const auto parsed = hookspect::schema::parse_path(path);
    std::vector<hookspect::event::SlotIndex> found;
    hookspect::ops::SampleEditor editor;
    hookspect::event::find_places(editor.decode(event), std::get<hookspect::schema::Path>(parsed), found);
    return !found.empty();
}

/// Whether the event has the object in which this field would stand.
bool has_parent(const std::string& event, std::string_view path) {
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos || is_set(event, path.substr(0, dot));
}

/// The rules that tell something new of an event, or something worse, when this field is changed.
RuleSet rules_seen_at(const std::string& path, const Field& row, std::span<const std::string> events) {
    const auto changes = changes_of(path);
    hookspect::ops::SampleEditor editor;
    RuleSet seen;
    for (const std::string& event : events) {
        if (!has_parent(event, path)) continue;
        const Told before = told_of(event);
        for (const hookspect::ops::SampleEdit& change : changes) {
            std::string changed = event;
            editor.apply(change, changed);
            for (const auto& [what, severity] : told_of(changed)) {
                const auto known = before.find(what);
                const bool news = known == before.end() || known->second < severity;
                if (news && is_told_of(path, row, what.second)) seen.insert(what.first);
            }
        }
    }
    return seen;
}

std::string names_of(const RuleSet& rules) {
    std::string names;
    for (const Rule rule : rules)
        names.append(names.empty() ? "" : " ").append(hookspect::schema::rule_info(rule).name);
    return names;
}

}  // namespace

TEST_CASE("the full event has all fields and no finding") {
    const std::string event = events().front();
    CHECK(check_test::lines_of(check_test::findings_in_json(event)).empty());
    std::vector<std::string> paths;
    add_paths(paths, ObjectType::event, "");
    REQUIRE(paths.size() > 80);
    for (const std::string& path : paths) {
        CAPTURE(path);
        CHECK(is_set(event, path));
    }
}

TEST_CASE("the rules at a field are those that a change of it brings up") {
    const std::vector<std::string> made = events();
    std::vector<std::string> paths;
    add_paths(paths, ObjectType::event, "");
    for (const std::string& path : paths) {
        const auto name = hookspect::schema::find_path(path);
        REQUIRE(name.has_value());
        const auto listed = hookspect::schema::rules_at(*name);
        const RuleSet seen = rules_seen_at(path, hookspect::schema::field(name->id()), made);
        CAPTURE(path);
        CHECK(names_of(seen) == names_of({listed.begin(), listed.end()}));
    }
}
