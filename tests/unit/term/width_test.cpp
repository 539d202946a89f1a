#include "term/width.h"

#include <doctest/doctest.h>

using namespace hookspect;

namespace {

std::string clipped(std::string_view text, int columns, std::string_view ellipsis = "…") {
    std::string result;
    hookspect::term::append_clipped(result, text, columns, ellipsis);
    return result;
}

}  // namespace

TEST_CASE("width counts columns by grapheme cluster") {
    const struct {
        const char* text;
        int columns;
    } cases[] = {
        {"", 0},
        {"plain", 5},
        {"é", 1},
        {"e\u0301", 1},
        {"漢字", 4},
        {"ｆｕｌｌ", 8},
        {"👩‍👩‍👧‍👦", 2},
        {"👍🏽", 2},
        {"🏳️‍🌈", 2},
        {"🇧🇪", 2},
        {"🇧🇪🇳🇱", 4},
        {"❄", 1},
        {"❄️", 2},
        {"1️⃣", 2},
        {"한", 2},
        {"\u1112\u1161\u11ab", 2},
        {"✓ · … ─", 7},
        {"Zoë Müller", 10},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(hookspect::term::display_width(row.text) == row.columns);
    }
}

TEST_CASE("clipping never goes over the width, and never cuts a cluster") {
    CHECK(clipped("plain", 5) == "plain");
    CHECK(clipped("plain", 4) == "pla…");
    CHECK(clipped("plain", 4, "...") == "p...");
    CHECK(clipped("漢字", 3) == "漢…");
    CHECK(clipped("漢字", 2) == "…");
    CHECK(clipped("a👩‍👩‍👧b", 3) == "a…");
    CHECK(clipped("a👩‍👩‍👧b", 4) == "a👩‍👩‍👧b");
    CHECK(clipped("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
    CHECK(clipped("plain", 1) == "…");
    CHECK(clipped("plain", 0) == "");
    CHECK(clipped("plain", 2, "...") == "..");
}

TEST_CASE("the front and the end that fit") {
    CHECK(hookspect::term::fit_front("abc", 2).bytes == 2);
    CHECK(hookspect::term::fit_front("漢字", 3).bytes == 3);
    CHECK(hookspect::term::fit_front("漢字", 3).columns == 2);
    CHECK(hookspect::term::fit_back("abc", 2).bytes == 2);
    CHECK(hookspect::term::fit_back("漢字", 3).bytes == 3);
    CHECK(hookspect::term::fit_back("漢字", 3).columns == 2);
    CHECK(hookspect::term::fit_back("abc", 9).bytes == 3);
    // What is dropped in runs ends where the rest fits, and no mark is left without its letter.
    CHECK(hookspect::term::fit_back("abcdef漢gh", 5).bytes == 6);
    CHECK(hookspect::term::fit_back("abcdef漢gh", 3).bytes == 2);
    CHECK(hookspect::term::fit_back("abce\u0301fgh", 4).bytes == 6);
    CHECK(hookspect::term::fit_back("abce\u0301fgh", 3).bytes == 3);
}

TEST_CASE("padding counts columns, not bytes") {
    std::string text;
    hookspect::term::append_padded(text, "漢", 4);
    text.append("|");
    hookspect::term::append_right(text, "é", 3);
    text.append("|");
    hookspect::term::append_padded(text, "wide", 2);
    CHECK(text == "漢  |  é|wide");
}
