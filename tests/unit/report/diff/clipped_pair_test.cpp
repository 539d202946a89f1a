#include "report/diff/clipped_pair.h"

#include "term/width.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace hookspect {
namespace {

TEST_CASE("two texts that differ are clipped to where that can be seen") {
    struct Case {
        ops::Both<std::string> texts;
        ops::Both<int> columns;
        ops::Both<std::string> shown;
    };
    const Case cases[] = {
        // What fits stays whole, and so does the front where the difference is in it.
        {{"abc", "abd"}, {3, 3}, {"abc", "abd"}},
        {{"abcdefgh", "xbcdefgh"}, {5, 5}, {"abcd…", "xbcd…"}},
        {{"abcdefgh", "abcxefgh"}, {5, 5}, {"abcd…", "abcx…"}},
        {{"abcdefgh", "abc"}, {5, 5}, {"abcd…", "abc"}},
        {{"abcdefgh", "abcdefgh"}, {5, 5}, {"abcd…", "abcd…"}},
        // Behind it: as much of the same as has room before a short rest, a third before a long one.
        {{"abcdefgh", "abcdefgx"}, {5, 5}, {"…efgh", "…efgx"}},
        {{"abcdefgh", "abcdefxy"}, {5, 6}, {"…efgh", "…efxy"}},
        {{"0123456789abcdefghijklmnop", "0123456789Abcdefghijklmnop"}, {9, 9}, {"…789abcd…", "…789Abcd…"}},
        {{"0123456789abcdefghijklmnop", "0123456789A"}, {9, 9}, {"…789abcd…", "…789A"}},
        {{"0123456789abcdefghijklmnop", "0123456789"}, {9, 9}, {"…789abcd…", "…789"}},
        // Wide characters take two columns, and are not cut.
        {{"界界界界界東", "界界界界界西"}, {6, 6}, {"…界東", "…界西"}},
        {{"界界界界界東", "界界界界界西"}, {7, 7}, {"…界界東", "…界界西"}},
        {{"界界界界界東界界界界", "界界界界界西界界界界"}, {9, 9}, {"…界東界…", "…界西界…"}},
        // These two share a byte of their last character: E6 9D B1 and E6 9D B2.
        {{"abcdef東", "abcdef杲"}, {5, 5}, {"…ef東", "…ef杲"}},
    };
    for (const Case& one : cases) {
        CAPTURE(one.texts.before);
        CAPTURE(one.columns.before);
        const auto shown = report::clipped_pair(one.texts, one.columns, "…");
        CHECK(shown.before == one.shown.before);
        CHECK(shown.after == one.shown.after);
    }
    const auto ascii = report::clipped_pair({"abcdefghijkl", "abcdefghijkm"}, {8, 8}, "...");
    CHECK(ascii.before == "...hijkl");
    CHECK(ascii.after == "...hijkm");
}

TEST_CASE("two texts that differ in any one character never look alike, and keep to their columns") {
    constexpr std::array<std::string_view, 5> letters{"a", "b", "é", "界", "東"};
    std::uint32_t state = 1;
    const auto random = [&state](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    for (int round = 0; round < 3000; ++round) {
        ops::Both<std::string> texts;
        const std::size_t count = 1 + random(60);
        const std::size_t at = random(count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t letter = random(letters.size());
            texts.before += letters[letter];
            texts.after += letters[i == at ? (letter + 1) % letters.size() : letter];
        }
        const int columns = 8 + static_cast<int>(random(40));
        const auto shown = report::clipped_pair(texts, {columns, columns}, "…");
        CAPTURE(texts.before);
        CAPTURE(texts.after);
        CAPTURE(columns);
        REQUIRE(shown.before != shown.after);
        REQUIRE(term::display_width(shown.before) <= columns);
        REQUIRE(term::display_width(shown.after) <= columns);
    }
}

}  // namespace
}  // namespace hookspect
