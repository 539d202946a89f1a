#include "schema/fields.h"
#include "schema/names.h"
#include "schema/rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>

using hookspect::schema::example_of;
using hookspect::schema::Field;
using hookspect::schema::Rule;
using hookspect::schema::ValueType;

namespace {

/// Seconds since 1970 of `2026-11-16 09:14:03Z`, with or without milliseconds.
long long seconds_of(const std::string& date) {
    std::tm time{};
    time.tm_year = std::atoi(date.substr(0, 4).c_str()) - 1900;
    time.tm_mon = std::atoi(date.substr(5, 2).c_str()) - 1;
    time.tm_mday = std::atoi(date.substr(8, 2).c_str());
    time.tm_hour = std::atoi(date.substr(11, 2).c_str());
    time.tm_min = std::atoi(date.substr(14, 2).c_str());
    time.tm_sec = std::atoi(date.substr(17, 2).c_str());
    return timegm(&time);
}

bool has(std::string_view path, Rule rule) {
    const auto name = hookspect::schema::find_path(path);
    REQUIRE(name.has_value());
    const auto rules = hookspect::schema::rules_at(*name);
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

}  // namespace

TEST_CASE("every field that is no object has an example of its type") {
    for (const Field& row : hookspect::schema::fields()) {
        const auto example = example_of(hookspect::schema::id_of(row)).json;
        CAPTURE(hookspect::schema::field_path(hookspect::schema::id_of(row)));
        if (row.type == ValueType::object && example.empty()) continue;
        REQUIRE_FALSE(example.empty());
        const char first = example.front();
        switch (row.type) {
            case ValueType::string:
            case ValueType::url:
            case ValueType::person_id: CHECK(first == '"'); break;
            case ValueType::number: CHECK((first >= '0' && first <= '9')); break;
            case ValueType::boolean: CHECK((example == "true" || example == "false")); break;
            case ValueType::object: CHECK(first == '{'); break;
            case ValueType::strings:
            case ValueType::properties: CHECK(first == '['); break;
            case ValueType::primary:
            case ValueType::any: break;
        }
        if (row.type == ValueType::string && !row.values.empty()) {
            const auto bare = example.substr(1, example.size() - 2);
            CHECK(std::find(row.values.begin(), row.values.end(), bare) != row.values.end());
        }
    }
}

TEST_CASE("a timestamp's example says the day that it is") {
    for (const Field& row : hookspect::schema::fields()) {
        const auto example = example_of(hookspect::schema::id_of(row));
        const std::string date(example.date);
        CAPTURE(hookspect::schema::field_path(hookspect::schema::id_of(row)));
        const long long number = std::atoll(std::string(example.json).c_str());
        if (row.unit == hookspect::schema::Unit::seconds) {
            CHECK(seconds_of(date) == number);
        } else if (row.unit == hookspect::schema::Unit::milliseconds) {
            REQUIRE(date.size() == 24);
            CHECK(seconds_of(date) * 1000 + std::atoll(date.substr(20, 3).c_str()) == number);
        } else {
            CHECK(date.empty());
        }
    }
}

TEST_CASE("an image is a URL in every language") {
    const auto location = hookspect::schema::find_path("campaign.image.location.nl");
    REQUIRE(location.has_value());
    CHECK(example_of(location->trail[3], location->trail[2]).json.substr(0, 9) == "\"https://");
}

TEST_CASE("rules look at the fields that the design names") {
    CHECK(has("event.name", Rule::required));
    CHECK(has("event.resource", Rule::required));
    CHECK_FALSE(has("event", Rule::required));
    CHECK(has("campaign.link", Rule::url));
    CHECK(has("campaign.link.nl", Rule::url));
    CHECK(has("campaign.image.location.nl", Rule::url));
    CHECK_FALSE(has("campaign.title.nl", Rule::url));
    CHECK(has("campaign.title.nl", Rule::untranslated));
    CHECK_FALSE(has("campaign.summary.nl", Rule::untranslated));
    CHECK(has("person.created", Rule::timestamp_unit));
    CHECK(has("person.created", Rule::whole_number));
    CHECK_FALSE(has("person.points", Rule::whole_number));
    CHECK(has("interaction.member", Rule::person_id));
    CHECK(has("interaction.member", Rule::id_mismatch));
    CHECK(has("conversion.response.action", Rule::action));
    CHECK_FALSE(has("interaction.response", Rule::unknown_field));
    CHECK(has("campaign.config", Rule::unknown_field));
    CHECK_FALSE(has("campaign.title", Rule::unknown_field));
    CHECK(has("campaign.title", Rule::language));
    CHECK_FALSE(has("PersonProperty.value", Rule::type));
}

TEST_CASE("the fields that a rule picks out are documented ones") {
    for (const hookspect::schema::RuleInfo& info : hookspect::schema::rules()) {
        for (const std::string_view path : hookspect::schema::paths_of(info.rule)) {
            CAPTURE(path);
            REQUIRE(hookspect::schema::find_path(path).has_value());
            CHECK(has(path, info.rule));
        }
    }
    CHECK(hookspect::schema::paths_of(Rule::schedule).size() == 4);
    CHECK(hookspect::schema::paths_of(Rule::type).empty());
}
