#include "ops/stats.h"

#include "support/json_event.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hookspect {
namespace {

std::vector<schema::Path> paths(std::string_view text) {
    auto parsed = schema::parse_paths(text);
    REQUIRE(std::holds_alternative<std::vector<schema::Path>>(parsed));
    return std::get<std::vector<schema::Path>>(std::move(parsed));
}

/// `VALUE,VALUE EVENTS` for each combination; `-` is not set.
std::string rows_of(const ops::Stats& stats) {
    std::string text;
    for (const ops::Stats::Row& row : stats.rows(100)) {
        for (const auto& value : row.values) {
            if (&value != &row.values.front()) text += ',';
            text += value.value_or("-");
        }
        text += ' ' + std::to_string(row.events) + '\n';
    }
    return text;
}

/// An event with `groups` different groups, and as many properties with different keys.
std::string person_with(int groups, int properties) {
    std::string text = R"({"person":{"groups":[)";
    for (int i = 0; i < groups; ++i) text += (i > 0 ? ",\"g" : "\"g") + std::to_string(i) + '"';
    text += R"(],"properties":[)";
    for (int i = 0; i < properties; ++i)
        text += (i > 0 ? ",{\"key\":\"k" : "{\"key\":\"k") + std::to_string(i) + "\"}";
    return text + "]}}";
}

}  // namespace

TEST_CASE("stats: an event counts once for each of its combinations") {
    ops::Stats stats(paths("event.name,person.groups[*]"), 100);
    ops::Stats other(paths("event.name,person.groups[*]"), 100);
    CHECK(stats.add(test::JsonEvent(R"({"event":{"name":"x"},"person":{"groups":["a","b","a"]}})").event));
    CHECK(stats.add(test::JsonEvent(R"({"event":{"name":"x"},"person":{"groups":[]}})").event));
    CHECK(other.add(test::JsonEvent(R"({"person":{"groups":["b",null]},"event":{"name":"x"}})").event));
    other.add_unreadable();
    stats.add(other);
    CHECK(rows_of(stats) == "x,b 2\n-,- 1\nx,- 1\nx,a 1\n");
    CHECK(stats.events() == 4);
}

TEST_CASE("stats: an event with too many combinations is not counted, and makes none") {
    constexpr std::size_t most = 600;
    const auto by = paths("person.groups[*],person.properties[*].key");
    ops::Stats stats(by, most);
    CHECK(stats.add(test::JsonEvent(person_with(20, 30)).event));
    CHECK(stats.combinations() == most);
    CHECK_FALSE(stats.add(test::JsonEvent(person_with(21, 30)).event));
    CHECK_FALSE(stats.add(test::JsonEvent(person_with(601, 1)).event));
    CHECK_FALSE(stats.add(test::JsonEvent(person_with(0, 601)).event));
    CHECK(stats.events() == 1);
    CHECK(stats.combinations() == most);
}

}  // namespace hookspect
