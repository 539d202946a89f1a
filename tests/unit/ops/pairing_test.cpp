#include "ops/pairing.h"

#include "event/identity.h"
#include "support/json_event.h"
#include "unit/event/form_support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using hookspect::ops::EventMark;
using hookspect::ops::EventPair;
using hookspect::ops::pair_events;
using hookspect::ops::PairingKeys;
using hookspect::test::JsonEvent;

namespace {

/// Events as words of two letters: identity and content.
std::vector<EventMark> marks(std::string_view text) {
    std::vector<EventMark> all;
    for (std::size_t i = 0; i + 1 < text.size(); i += 3) {
        all.push_back({static_cast<std::uint32_t>(text[i]), static_cast<std::uint64_t>(text[i + 1])});
    }
    return all;
}

/// Pairs as `0-1`, an event without a partner as `0-` or `-1`.
std::string paired(std::string_view before, std::string_view after) {
    std::string text;
    const auto append = [&](std::uint32_t event) {
        if (event != EventPair::none) text += std::to_string(event);
    };
    for (const EventPair& pair : pair_events(marks(before), marks(after))) {
        if (!text.empty()) text += ' ';
        append(pair.before);
        text += '-';
        append(pair.after);
    }
    return text;
}

std::vector<hookspect::schema::Path> paths(std::string_view text) {
    auto parsed = hookspect::schema::parse_paths(text);
    REQUIRE(std::holds_alternative<std::vector<hookspect::schema::Path>>(parsed));
    return std::get<std::vector<hookspect::schema::Path>>(std::move(parsed));
}

}  // namespace

TEST_CASE("pairing: by identity, then by content, then by order") {
    CHECK(paired("", "").empty());
    CHECK(paired("a1 b1", "a1 b1") == "0-0 1-1");
    CHECK(paired("a1 b1", "b2 a2") == "1-0 0-1");
    CHECK(paired("a1 a2 a3", "a4 a5 a6") == "0-0 1-1 2-2");
    // One of several is missing: the others are the same still.
    CHECK(paired("a1 a2 a3", "a2 a3") == "0- 1-0 2-1");
    CHECK(paired("a2 a3", "a1 a2 a3") == "-0 0-1 1-2");
    CHECK(paired("a1 a2", "a2 a9") == "1-0 0-1");
    CHECK(paired("a1 a1 a1", "a1") == "0-0 1- 2-");
}

TEST_CASE("pairing: in the order of B, what only A has where it stood") {
    CHECK(paired("a1 b1 c1", "c1 d1") == "0- 1- 2-0 -1");
    CHECK(paired("a1 b1 c1 d1", "a1 c1") == "0-0 1- 2-1 3-");
    CHECK(paired("a1", "") == "0-");
    CHECK(paired("", "a1") == "-0");
    CHECK(paired("a1 b1", "c1 d1") == "-0 -1 0- 1-");
}

TEST_CASE("pairing takes each event once, and leaves none of one identity alone on both sides") {
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        const auto some = [&random] {
            std::vector<EventMark> all(random() % 30);
            for (EventMark& mark : all) mark = {static_cast<std::uint32_t>(random() % 5), random() % 4};
            return all;
        };
        const auto before = some();
        const auto after = some();
        std::vector<int> seen_before(before.size());
        std::vector<int> seen_after(after.size());
        std::vector<int> alone_before(5);
        std::vector<int> alone_after(5);
        for (const EventPair& pair : pair_events(before, after)) {
            if (pair.before != EventPair::none) ++seen_before.at(pair.before);
            if (pair.after != EventPair::none) ++seen_after.at(pair.after);
            if (pair.before == EventPair::none) ++alone_after.at(after.at(pair.after).identity);
            if (pair.after == EventPair::none) ++alone_before.at(before.at(pair.before).identity);
            if (pair.before != EventPair::none && pair.after != EventPair::none)
                CHECK(before.at(pair.before).identity == after.at(pair.after).identity);
        }
        CHECK(seen_before == std::vector<int>(before.size(), 1));
        CHECK(seen_after == std::vector<int>(after.size(), 1));
        for (std::size_t i = 0; i < 5; ++i) CHECK(std::min(alone_before[i], alone_after[i]) == 0);
    }
}

TEST_CASE("pairing: the identity of an event is its resource, its id and its name") {
    PairingKeys keys({});
    const auto identity = [&](std::string_view json) { return keys.key_of(JsonEvent(json).event).identity; };
    const std::uint32_t one =
        identity(R"({"event":{"name":"changed","resource":"campaign"},"campaign_id":5,"campaign":{"id":6}})");
    CHECK(one == identity(R"({"campaign_id":5,"event":{"resource":"campaign","name":"changed"}})"));
    CHECK(one == identity(R"({"campaign":{"id":5},"event":{"resource":"campaign","name":"changed"}})"));
    CHECK(one != identity(R"({"campaign_id":5,"event":{"resource":"campaign","name":"created"}})"));
    CHECK(one != identity(R"({"campaign_id":6,"event":{"resource":"campaign","name":"changed"}})"));
    CHECK(one != identity(R"({"interaction_id":5,"event":{"resource":"interaction","name":"changed"}})"));
    const hookspect::test::Form form("event[name]=changed&event[resource]=campaign&campaign_id=5");
    CHECK(one == keys.key_of(form.event).identity);
    CHECK(one == identity(R"({"event":{"name":"changed","resource":"campaign"},"campaign_id":5.0})"));
    // Persons are the same in either case; an event that names no id has its resource and its name.
    CHECK(identity(R"({"event":{"resource":"person"},"person_id":"AB"})") ==
          identity(R"({"event":{"resource":"person"},"person_id":"ab"})"));
    CHECK(identity(R"({"event":{"name":"created","resource":"person"}})") !=
          identity(R"({"event":{"name":"removed","resource":"person"}})"));
    CHECK(identity(R"({"event":{"resource":"person"}})") != identity(R"({"event":{"resource":"campaign"}})"));
}

TEST_CASE("pairing: --by takes the values at its paths instead") {
    PairingKeys keys(paths("organization_id,campaign.config.languages[*]"));
    const auto identity = [&](std::string_view json) { return keys.key_of(JsonEvent(json).event).identity; };
    const std::uint32_t one =
        identity(R"({"organization_id":1,"campaign":{"config":{"languages":["a","b"]}}})");
    CHECK(one ==
          identity(R"({"campaign":{"id":7,"config":{"languages":["\u0061","b"]}},"organization_id":1})"));
    CHECK(one == identity(R"({"organization_id":10e-1,"campaign":{"config":{"languages":["a","b"]}}})"));
    CHECK(one != identity(R"({"organization_id":2,"campaign":{"config":{"languages":["a","b"]}}})"));
    CHECK(one != identity(R"({"organization_id":1,"campaign":{"config":{"languages":["a"]}}})"));
    // A text of one path cannot look like the texts of two.
    CHECK(identity(R"({"organization_id":1,"campaign":{"config":{"languages":["a1:b"]}}})") != one);
}

TEST_CASE("pairing: an event without the key of --by has its usual identity") {
    PairingKeys keys(paths("person.id"));
    const auto key = [&](std::string_view json) { return keys.key_of(JsonEvent(json).event); };
    const auto zoe = key(R"({"event":{"name":"changed","resource":"person"},"person":{"id":"x"}})");
    CHECK(zoe.by_path);
    CHECK(key(R"({"event":{"name":"created","resource":"person"},"person":{"id":"x"}})").identity ==
          zoe.identity);
    const std::string campaign = R"({"event":{"name":"changed","resource":"campaign"},"campaign_id":5})";
    CHECK_FALSE(key(campaign).by_path);
    CHECK(key(campaign).identity == key(campaign).identity);
    CHECK(key(campaign).identity !=
          key(R"({"event":{"name":"changed","resource":"campaign"},"campaign_id":6})").identity);
    CHECK(key(R"({"person":{"id":null}})").identity != key(campaign).identity);
    CHECK_FALSE(key(R"({"person":{"id":"[anonymous]"}})").by_path);
}

TEST_CASE("pairing: [anonymous] names nobody, and a text is one however it is typed") {
    PairingKeys keys({});
    const auto identity = [&](std::string_view json) { return keys.key_of(JsonEvent(json).event).identity; };
    CHECK(hookspect::event::identity_of(
              JsonEvent(R"({"event":{"resource":"person"},"person_id":"[anonymous]"})").event) == "");
    CHECK(hookspect::event::identity_of(
              JsonEvent(R"({"event":{"resource":"campaign"},"campaign_id":7.0})").event) == "campaign 7");
    CHECK(identity(R"({"event":{"resource":"campaign"},"campaign_id":"caf\u00e9"})") ==
          identity(R"({"event":{"resource":"campaign"},"campaign_id":"cafe\u0301"})"));
}
