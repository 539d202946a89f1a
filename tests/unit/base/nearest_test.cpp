#include "base/nearest.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using hookspect::edit_distance;
using hookspect::nearest;

TEST_CASE("edit distance counts insertions, removals, replacements and swaps") {
    struct Case {
        std::string_view a;
        std::string_view b;
        std::size_t distance;
    };
    constexpr auto cases = std::to_array<Case>({
        {"", "", 0},
        {"abc", "", 3},
        {"", "abc", 3},
        {"kitten", "sitting", 3},
        {"PENDNG", "PENDING", 1},
        {"publised", "published", 1},
        {"nmae", "name", 1},
        {"ba", "ab", 1},
        {"ca", "abc", 3},  // optimal string alignment: a swapped pair is not edited again
        {"NAME", "name", 0},
        {"abcdef", "badcfe", 3},
    });
    for (const Case& one : cases) {
        CAPTURE(one.a);
        CAPTURE(one.b);
        CHECK(edit_distance(one.a, one.b, 10) == one.distance);
        CHECK(edit_distance(one.b, one.a, 10) == one.distance);
    }
}

TEST_CASE("a distance over the limit is the limit and one") {
    CHECK(edit_distance("kitten", "sitting", 2) == 3);
    CHECK(edit_distance("kitten", "sitting", 3) == 3);
    CHECK(edit_distance("abcdefgh", "zyxwvuts", 1) == 2);
    // The only row within the limit is reached by a swap.
    CHECK(edit_distance("ab", "ba", 1) == 1);
    CHECK(edit_distance("xab", "xba", 1) == 1);
}

TEST_CASE("nearest gives the candidates within a third of the word, best first") {
    constexpr std::array<std::string_view, 6> candidates{"campaign_id", "campaign", "name",
                                                         "Name",        "id",       "organization"};
    const auto first = [&](std::string_view word) {
        const auto found = nearest(word, candidates);
        return found.empty() ? std::string_view("-") : found.front();
    };
    CHECK(first("campain") == "campaign");
    CHECK(first("campaignId") == "campaign_id");
    CHECK(first("organisation") == "organization");
    CHECK(first("name") == "name");
    CHECK(first("Name") == "Name");
    CHECK(first("NAME") == "Name");  // fewer letters of the other case
    CHECK(first("nmae") == "name");
    CHECK(first("x") == "-");
    CHECK(first("ix") == "id");
    CHECK(first("") == "-");
    CHECK(first("zzzzzzzzzzzz") == "-");
}

TEST_CASE("words of megabytes are near nothing") {
    constexpr std::array<std::string_view, 1> candidates{"campaign"};
    const std::string word(8u << 20, 'a');
    CHECK(nearest(word, candidates).empty());
    CHECK(edit_distance(word, word, 3) == 4);
    const std::string longest(hookspect::nearest_longest_word, 'a');
    CHECK(edit_distance(longest, longest, 3) == 0);
}
