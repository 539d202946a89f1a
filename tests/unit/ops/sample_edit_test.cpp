#include "ops/sample_edit.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace hookspect {
namespace {

std::string changed(std::string text, std::string_view change, bool unset = false) {
    auto edit = unset ? ops::parse_sample_removal(change) : ops::parse_sample_edit(change);
    REQUIRE(std::holds_alternative<ops::SampleEdit>(edit));
    ops::SampleEditor().apply(std::get<ops::SampleEdit>(edit), text);
    return text;
}

struct Row {
    std::string_view before;
    std::string_view change;
    std::string_view after;
};

TEST_CASE("a value is JSON where that suits the field, else text") {
    constexpr Row rows[] = {
        {"{}", "campaign_id=5", R"({"campaign_id":5})"},
        {"{}", "campaign_id=1e3", R"({"campaign_id":1e3})"},
        {"{}", "campaign_id=five", R"({"campaign_id":"five"})"},
        {"{}", R"(campaign_id="5")", R"({"campaign_id":"\"5\""})"},
        {"{}", "campaign_id=null", R"({"campaign_id":null})"},
        {"{}", "campaign_id=", R"({"campaign_id":""})"},
        {"{}", "campaign.name=5", R"({"campaign":{"name":"5"}})"},
        {"{}", R"(campaign.name="5")", R"({"campaign":{"name":"5"}})"},
        {"{}", "campaign.name=a=b", R"({"campaign":{"name":"a=b"}})"},
        {"{}", "campaign.name=true", R"({"campaign":{"name":"true"}})"},
        {"{}", "campaign.config.comments=true", R"({"campaign":{"config":{"comments":true}}})"},
        {"{}", "campaign.config.comments=1", R"({"campaign":{"config":{"comments":"1"}}})"},
        {"{}", R"(campaign.title={ "nl": "a b" })", R"({"campaign":{"title":{"nl":"a b"}}})"},
        {"{}", R"(campaign.config.languages=["nl"])", R"({"campaign":{"config":{"languages":["nl"]}}})"},
        {"{}", R"(campaign.config.languages={"nl":1})",
         R"({"campaign":{"config":{"languages":"{\"nl\":1}"}}})"},
        {"{}", "person.profile.a=5", R"({"person":{"profile":{"a":5}}})"},
        {"{}", "person.profile.a=five", R"({"person":{"profile":{"a":"five"}}})"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.change);
        CHECK(changed(std::string(row.before), row.change) == row.after);
    }
}

TEST_CASE("what is there is replaced, and what leads to a path and is not there is made") {
    constexpr std::string_view properties =
        R"({"person":{"properties":[{"key":"a","value":1},{"key":"b","properties":[{"key":"c","value":2}]}]}})";
    constexpr Row rows[] = {
        {R"({"a":1,"campaign_id":5,"b":2})", "campaign_id=6", R"({"a":1,"campaign_id":6,"b":2})"},
        {R"({"campaign":{"name":"x"}})", "campaign.name=y", R"({"campaign":{"name":"y"}})"},
        {R"({"campaign":null})", "campaign.name=y", R"({"campaign":{"name":"y"}})"},
        {R"({"campaign":{"title":"x"}})", "campaign.title.nl=y", R"({"campaign":{"title":{"nl":"y"}}})"},
        {R"({"person":{"groups":["a","b"]}})", "person.groups[1]=c", R"({"person":{"groups":["a","c"]}})"},
        {R"({"person":{"groups":["a","b"]}})", "person.groups[9]=c",
         R"({"person":{"groups":["a","b","c"]}})"},
        {R"({"person":{"groups":[]}})", "person.groups[0]=c", R"({"person":{"groups":["c"]}})"},
        {R"({"person":{"groups":"a"}})", "person.groups[0]=c", R"({"person":{"groups":["c"]}})"},
        {"{}", "person.properties.a=5", R"({"person":{"properties":[{"key":"a","value":5}]}})"},
        {"{}", "person.properties.a.b=5",
         R"({"person":{"properties":[{"key":"a","properties":[{"key":"b","value":5}]}]}})"},
        {properties, "person.properties.a=5",
         R"({"person":{"properties":[{"key":"a","value":5},{"key":"b","properties":[{"key":"c","value":2}]}]}})"},
        {properties, "person.properties.b.c=5",
         R"({"person":{"properties":[{"key":"a","value":1},{"key":"b","properties":[{"key":"c","value":5}]}]}})"},
        {properties, "person.properties.b.d=5",
         R"({"person":{"properties":[{"key":"a","value":1},{"key":"b","properties":[{"key":"c","value":2},{"key":"d","value":5}]}]}})"},
        {R"({"person":{"properties":[{"key":"a","value":1}]}})", "person.properties.a.d=5",
         R"({"person":{"properties":[{"key":"a","properties":[{"key":"d","value":5}]}]}})"},
        {R"({"person":{"properties":[{"key":"a"}]}})", "person.properties.a=5",
         R"({"person":{"properties":[{"key":"a","value":5}]}})"},
        {R"({"event":{"resource":"person"},"person":{"points":1}})", "resource.points=5",
         R"({"event":{"resource":"person"},"person":{"points":5}})"},
        {R"({"event":{"resource":"person"}})", "resource.points=5",
         R"({"event":{"resource":"person"},"person":{"points":5}})"},
        {R"({"event":{"resource":"x"}})", "resource.points=5", R"({"event":{"resource":"x"}})"},
        {R"({"campaign":{"title":{"nl":"a","fr":"b"}}})", "campaign.title.*=c",
         R"({"campaign":{"title":{"nl":"c","fr":"c"}}})"},
        {"{}", "campaign.title.*=c", "{}"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.change);
        CHECK(changed(std::string(row.before), row.change) == row.after);
    }
}

TEST_CASE("what is left out goes with its key and one comma") {
    constexpr std::string_view groups = R"({"person":{"groups":["a","b","c"]}})";
    constexpr Row rows[] = {
        {R"({"campaign_id":5})", "campaign_id", "{}"},
        {R"({"campaign_id":5,"a":1})", "campaign_id", R"({"a":1})"},
        {R"({"a":1,"campaign_id":5})", "campaign_id", R"({"a":1})"},
        {R"({"a":1,"campaign":{"name":"x"},"b":2})", "campaign", R"({"a":1,"b":2})"},
        {R"({"campaign":{"name":"x"}})", "campaign.name", R"({"campaign":{}})"},
        {R"({"a":1})", "campaign.name", R"({"a":1})"},
        {groups, "person.groups[0]", R"({"person":{"groups":["b","c"]}})"},
        {groups, "person.groups[2]", R"({"person":{"groups":["a","b"]}})"},
        {groups, "person.groups[*]", R"({"person":{"groups":[]}})"},
        {R"({"person":{"properties":[{"key":"a","value":1},{"key":"b","value":2}]}})", "person.properties.a",
         R"({"person":{"properties":[{"key":"b","value":2}]}})"},
        {R"({"campaign":{"title":{"nl":"a","fr":"b"}}})", "campaign.title.*", R"({"campaign":{"title":{}}})"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.change);
        CHECK(changed(std::string(row.before), row.change, true) == row.after);
    }
}

TEST_CASE("what is no change") {
    struct Wrong {
        std::string_view text;
        std::string_view message;
        std::size_t offset;
    };
    constexpr Wrong rows[] = {
        {"campaign.id", "there is no = after the path", 11},
        {"campaign.id 5", "there is no = after the path", 11},
        {"campain.id=5", "unknown field \"campain\"", 0},
        {"campaign.name=a\xFF", "the value is not UTF-8", 15},
    };
    for (const Wrong& row : rows) {
        CAPTURE(row.text);
        const auto edit = ops::parse_sample_edit(row.text);
        REQUIRE(std::holds_alternative<base::TextError>(edit));
        CHECK(std::get<base::TextError>(edit).message == row.message);
        CHECK(std::get<base::TextError>(edit).offset == row.offset);
    }
}

}  // namespace
}  // namespace hookspect
