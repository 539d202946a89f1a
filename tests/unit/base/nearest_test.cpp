#include "base/nearest.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

using hookspect::base::edit_distance;
using hookspect::base::nearest;

namespace {

/// The whole table of the definition (optimal string alignment), one cell after the other.
std::size_t distance_by_definition(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            const std::size_t replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[a.size()][b.size()];
}

std::string random_word(std::mt19937& random, std::size_t longest) {
    std::string word(random() % (longest + 1), '\0');
    for (char& c : word) c = "abc\xc3"[random() % 4];
    return word;
}

}  // namespace

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

TEST_CASE("edit distance is that of the definition, for any two words and limits") {
    std::mt19937 random(7);
    for (int i = 0; i < 20000; ++i) {
        const std::size_t longest = i % 2 == 0 ? 7 : hookspect::base::nearest_longest_word;
        const std::string a = random_word(random, longest);
        const std::string b = random_word(random, longest);
        const std::size_t distance = distance_by_definition(a, b);
        const std::size_t limit = random() % (distance + 3);
        CAPTURE(a);
        CAPTURE(b);
        REQUIRE(edit_distance(a, b, limit) == std::min(distance, limit + 1));
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
        const std::string_view best = found.empty() ? std::string_view{} : found.front();
        CHECK(hookspect::base::nearest_of(word, candidates) == best);
        return found.empty() ? std::string_view("-") : best;
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
    CHECK(hookspect::base::nearest_of(word, candidates).empty());
    CHECK(edit_distance(word, word, 3) == 4);
    const std::string longest(hookspect::base::nearest_longest_word, 'a');
    CHECK(edit_distance(longest, longest, 3) == 0);
    CHECK(edit_distance(longest, longest + "a", 3) == 4);
}
