#include "event/path_values.h"

#include "event/form_decoder.h"
#include "event/json_value.h"
#include "schema/path.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using hookspect::event::Event;
using hookspect::event::SlotIndex;
using hookspect::schema::Path;
using hookspect::test::JsonEvent;

namespace {

Path path_at(std::string_view text) {
    auto result = hookspect::schema::parse_path(text);
    REQUIRE(std::holds_alternative<Path>(result));
    return std::get<Path>(std::move(result));
}

/// The values as JSON, separated by blanks.
std::string found(const Event& event, std::string_view text) {
    std::vector<SlotIndex> values;
    hookspect::event::find_values(event, path_at(text), values);
    std::string json;
    for (const SlotIndex slot : values) {
        if (!json.empty()) json += ' ';
        hookspect::event::append_json(json, event, slot);
    }
    return json;
}

/// The same in an event of which only that was decoded.
std::string found_selected(std::string_view json, std::string_view text) {
    hookspect::event::Selection selection;
    hookspect::event::select(path_at(text), selection);
    const JsonEvent selected(json, &selection);
    return found(selected.event, text);
}

struct Case {
    std::string_view path;
    std::string_view values;
};

constexpr std::string_view campaign = R"({
    "event": {"name": "changed", "resource": "campaign"},
    "campaign_id": 9007199254740993,
    "campaign": {
        "id": 1e3, "title": {"nl": "Deel", "\u0065n": "Share", "fr": null, "xx": "?"},
        "config": {"languages": ["en", "nl"], "community": {"enabled": true}},
        "\u006came": "undocumented", "na\u006de": "Winter"
    },
    "interaction": {"id": 5}
})";

constexpr std::string_view person = R"({
    "event": {"name": "created", "resource": "person"},
    "person": {
        "id": "x", "groups": ["a", null, "b"],
        "profile": {"a.b": {"c": [10, [11]]}, "": 1, "0": "zero", "a/b~c": 2},
        "optIn": {"sms": false},
        "properties": [
            {"key": "em\u0061il", "value": "a@example.com"},
            {"key": "email", "value": "second"},
            {"key": "address", "value": "", "properties": [
                {"key": "city", "value": "Gent"},
                {"key": "geo", "properties": [{"key": "lat", "value": 51.05}]}
            ]},
            {"key": "languages", "value": ["nl", "fr"], "properties": []},
            {"key": "size", "value": {"w": 1, "h": null}},
            {"key": "none", "value": null},
            {"key": 5, "value": "no key"}, {"value": "no key"}, "no property",
            {"key": "0", "value": "nought"}, {"key": "bare"}
        ]
    }
})";

}  // namespace

TEST_CASE("documented fields") {
    const JsonEvent json(campaign);
    constexpr auto cases = std::to_array<Case>({
        {"event.name", R"("changed")"},
        {"campaign_id", "9007199254740993"},
        {"campaign.id", "1e3"},
        {"/campaign/id", "1e3"},
        {"campaign.name", R"("Winter")"},
        {"campaign.title.nl", R"("Deel")"},
        {"campaign.title.en", R"("Share")"},
        {"campaign.title.fr", "null"},
        {"campaign.title.de", ""},
        {"campaign.title.*", R"("Deel" "Share" null "?")"},
        {"campaign.*.nl", R"("Deel")"},
        {"campaign.config.languages[1]", R"("nl")"},
        {"campaign.config.languages[2]", ""},
        {"campaign.config.languages[*]", R"("en" "nl")"},
        {"campaign.config.community.enabled", "true"},
        {"campaign.config.landing.enabled", ""},
        {"*.id", "1e3 5"},
        {"event", R"({"name":"changed","resource":"campaign"})"},
        {"person.properties.email", ""},
        {"person.properties[*].key", ""},
        {"resource.id", "1e3"},
        {"resource.title.nl", R"("Deel")"},
        {"resource.points", ""},
        {"resource.*.nl", R"("Deel")"},
    });
    for (const Case& one : cases) {
        CAPTURE(one.path);
        CHECK(found(json.event, one.path) == one.values);
        CHECK(found_selected(campaign, one.path) == one.values);
    }
}

TEST_CASE("properties and open objects") {
    const JsonEvent json(person);
    constexpr auto cases = std::to_array<Case>({
        {"person.properties.email", R"("a@example.com")"},
        {"person.properties[key=email]", R"("a@example.com")"},
        {"/person/properties/email", R"("a@example.com")"},
        {"person.properties[1].value", R"("second")"},
        {"/person/properties/1/value", R"("second")"},
        {"person.properties.address", R"("")"},
        {"person.properties.address.city", R"("Gent")"},
        {"person.properties.address.geo.lat", "51.05"},
        {"person.properties[key=address][key=geo].lat", "51.05"},
        {"person.properties.address.*", R"("Gent")"},
        {"person.properties.address[1].key", R"("geo")"},
        {"person.properties.address[*].key", R"("city" "geo")"},
        {"person.properties[2].properties.city", R"("Gent")"},
        {"person.properties[2].properties[0].value", R"("Gent")"},
        {"person.properties.languages", R"(["nl","fr"])"},
        {"person.properties.languages[1]", R"("fr")"},
        {"person.properties.languages.1", R"("fr")"},
        {"person.properties.languages[*]", R"("nl" "fr")"},
        {"person.properties.size.w", "1"},
        {"person.properties.size.*", "1 null"},
        {"person.properties.none", "null"},
        {"person.properties.none.x", ""},
        {"person.properties.none.*", ""},
        {"person.properties.bare", ""},
        {"person.properties.bare.x", ""},
        {"person.properties.5", ""},
        {"person.properties.0", R"("nought")"},
        {"person.properties.*", R"("a@example.com" "" ["nl","fr"] {"w":1,"h":null} null "nought")"},
        {"person.properties[*].value", R"("a@example.com" "second" "" ["nl","fr"] {"w":1,"h":null} null)"
                                       R"( "no key" "no key" "nought")"},
        {"person.properties[8]", R"("no property")"},
        {"person.properties[8].key", ""},

        {R"(person.profile["a.b"].c[1][0])", "11"},
        {"/person/profile/a.b/c/1/0", "11"},
        {"/person/properties/languages/1", R"("fr")"},
        {"/person/properties/address/1/key", R"("geo")"},
        {"/person/profile/0", R"("zero")"},
        {"/person/profile/a~1b~0c", "2"},
        {"/person/profile/", "1"},
        {R"(person.profile[""])", "1"},
        {R"(person.profile["a.b"][0])", ""},
        {R"(person.profile["a.b"].c[*])", "10 [11]"},
        {R"(person.profile["a.b"].c.*)", ""},
        {"person.profile.*[*]", ""},
        {"person.profile.*.c[0]", "10"},
        {"person.optIn.sms", "false"},
        {"person.groups[*]", R"("a" null "b")"},
        {"person.groups.2", R"("b")"},
        {"resource.groups[0]", R"("a")"},
        {"resource.properties.address.city", R"("Gent")"},
        {"resource.*.sms", "false"},
    });
    for (const Case& one : cases) {
        CAPTURE(one.path);
        CHECK(found(json.event, one.path) == one.values);
        CHECK(found_selected(person, one.path) == one.values);
    }
}

TEST_CASE("of repeated keys only the last one counts") {
    const JsonEvent json(
        R"({"campaign":{"id":1,"title":{"nl":"a"}},"campaign":{"name":"x","title":{"nl":"b","\u006el":"c"}},
        "person":{"profile":{"a":1,"b":2,"\u0061":3},"properties":[{"key":"k","key":"l","value":1,"value":2}]}})");
    CHECK(found(json.event, "campaign.id").empty());
    CHECK(found(json.event, "campaign.name") == R"("x")");
    CHECK(found(json.event, "campaign.title.nl") == R"("c")");
    CHECK(found(json.event, "campaign.title.*") == R"("c")");
    CHECK(found(json.event, "*.name") == R"("x")");
    CHECK(found(json.event, "person.profile.a") == "3");
    CHECK(found(json.event, "person.profile.*") == "2 3");
    CHECK(found(json.event, "person.properties.k").empty());
    CHECK(found(json.event, "person.properties.l") == "2");
}

TEST_CASE("values of the wrong type hold nothing") {
    const JsonEvent json(R"({"event":{"resource":["campaign"]},"campaign":"x","interaction":[{"id":1}],
        "person":{"properties":{"email":"a"},"groups":"a","profile":[{"a":1}]}})");
    CHECK(found(json.event, "campaign") == R"("x")");
    CHECK(found(json.event, "campaign.id").empty());
    CHECK(found(json.event, "campaign.*").empty());
    CHECK(found(json.event, "interaction.id").empty());
    CHECK(found(json.event, "person.groups[0]").empty());
    CHECK(found(json.event, "person.groups[*]").empty());
    CHECK(found(json.event, "person.properties[0]").empty());
    CHECK(found(json.event, "person.properties.email") == R"("a")");
    CHECK(found(json.event, "person.profile.a").empty());
    CHECK(found(json.event, "/person/profile/0/a") == "1");
    CHECK(found(json.event, "resource.id").empty());
    const JsonEvent nested(R"({"person":{"properties":[[{"key":"a","value":1}]]}})");
    CHECK(found(nested.event, "person.properties.a").empty());
    CHECK(found(nested.event, "/person/properties/0/value").empty());
    CHECK(found(JsonEvent("[1]").event, "*").empty());
    CHECK(found(JsonEvent(R"({"event":{"resource":"campain"},"campaign":{"id":1}})").event, "resource.id")
              .empty());
}

TEST_CASE("what leads to a match") {
    const JsonEvent json(person);
    hookspect::event::Matches matches;
    hookspect::event::find_matches(json.event, path_at("person.properties[*].properties.*"), matches);
    REQUIRE(matches.values.size() == 1);
    REQUIRE(matches.wildcards.size() == 2);
    CHECK(matches.wildcards[0].index == 2);
    CHECK(matches.wildcards[1].index == 0);
    CHECK(json.event[matches.wildcards[1].slot].kind == hookspect::event::Kind::object);
}

TEST_CASE("form bodies are followed alike") {
    const std::string_view body =
        "event[resource]=person&person[properties][0][key]=email&person[properties][0][value]=a%40b"
        "&person[groups][]=x&person[profile][a][0]=1";
    hookspect::event::FormDecoder decoder{hookspect::event::Limits{}};
    Event event;
    REQUIRE_FALSE(decoder.decode(body, event));
    CHECK(found(event, "resource.properties.email") == R"("a@b")");
    CHECK(found(event, "person.groups[0]") == R"("x")");
    CHECK(found(event, "person.profile.a[0]") == R"("1")");
}

TEST_CASE("how far a path leads") {
    const JsonEvent json(
        R"({"person":{"groups":["a"],"properties":[{"key":"a","value":1},{"key":"b","properties":[{"key":"c"}]}]}})");
    struct Row {
        std::string_view path;
        std::size_t steps;
        std::string_view slot;  // as JSON
        bool property;
        std::string_view container;
    };
    constexpr std::string_view groups = R"(["a"])";
    constexpr std::string_view a = R"({"key":"a","value":1})";
    constexpr std::string_view b = R"({"key":"b","properties":[{"key":"c"}]})";
    constexpr Row rows[] = {
        {"person.groups", 2, groups, false, groups},
        {"person.groups[0]", 3, R"("a")", false, R"("a")"},
        {"person.groups[7]", 2, groups, false, groups},
        {"person.properties.a", 3, a, true, "1"},
        {"person.properties.a.x", 3, a, true, "1"},
        {"person.properties.b.x", 3, b, true, R"([{"key":"c"}])"},
        {"person.properties.b.c", 4, R"({"key":"c"})", true, ""},
    };
    const auto text = [&json](hookspect::event::SlotIndex slot) {
        std::string out;
        if (slot != 0) hookspect::event::append_json(out, json.event, slot);
        return out;
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const hookspect::event::Reach reached = hookspect::event::reach(json.event, path_at(row.path).steps);
        CHECK(reached.steps == row.steps);
        CHECK(text(reached.slot) == row.slot);
        CHECK(reached.property == row.property);
        CHECK(text(reached.container) == row.container);
    }
    const hookspect::event::Reach none = hookspect::event::reach(json.event, path_at("campaign.id").steps);
    CHECK(none.steps == 0);
    CHECK(none.slot == 0);
}

TEST_CASE("what a decoder must keep") {
    using Want = hookspect::event::Selection::Want;
    const auto kept = [](std::string_view text) {
        hookspect::event::Selection selection;
        hookspect::event::select(path_at(text), selection);
        std::string names;
        for (const hookspect::schema::Field& row : hookspect::schema::fields()) {
            const Want want = selection.fields[hookspect::schema::id_of(row)];
            if (want == Want::nothing) continue;
            names +=
                (names.empty() ? "" : " ") + hookspect::schema::field_path(hookspect::schema::id_of(row));
            if (want == Want::inside) names += '/';
        }
        return names + (selection.undocumented == Want::nothing ? "" : " +");
    };
    CHECK(kept("campaign.id") == "campaign/ campaign.id");
    CHECK(kept("campaign.title.nl") == "campaign/ campaign.title");
    CHECK(kept("campaign.config.community.enabled") ==
          "campaign/ campaign.config/ campaign.config.community/ campaign.config.community.enabled");
    CHECK(kept("campaign.*") == "campaign");
    CHECK(kept("person.properties[0].key") == "person/ person.properties");
    CHECK(kept("interaction.metadata.browser") == "interaction/ interaction.metadata");
    CHECK(kept("resource.title.nl") == "event/ campaign/ event.resource campaign.title");
    CHECK(kept("resource.points") ==
          "event/ interaction/ conversion/ person/ event.resource interaction.points conversion.points "
          "person.points");
    CHECK(kept("resource") == "event/ campaign interaction conversion person event.resource");
    CHECK(kept("*.id") ==
          "event organization_id campaign_id campaign interaction_id interaction conversion_id "
          "conversion person_id person +");
}
