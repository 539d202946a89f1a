#include "term/safe_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace hookspect;
using namespace std::string_literals;

namespace {

std::string safe(std::string_view text, bool unicode = true) {
    std::string result;
    hookspect::term::append_safe(result, text, unicode);
    return result;
}

}  // namespace

TEST_CASE("text that only shows stays as it is") {
    for (const char* text :
         {"", "plain", "Zoë Müller", "漢字", "ไทย", "שלום", "e\u0301", "🇧🇪", "👍🏽", "❄️", "1️⃣",
          "👩‍👩‍👧‍👦", "🏳️‍🌈", "🧑🏽‍🚀",
          "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"}) {
        CAPTURE(text);
        CHECK(safe(text) == text);
        CHECK(hookspect::term::is_safe(text));
    }
}

TEST_CASE("what moves, hides or reorders is shown") {
    const struct {
        std::string text;
        std::string shown;
    } cases[] = {
        {"\x1b[31mred", "\\u{1b}[31mred"},
        {"a\0b"s, "a\\u{0}b"},
        {"tab\there", "tab\\u{9}here"},
        {"over\rwrite", "over\\u{d}write"},
        {"\x7f", "\\u{7f}"},
        {"\u009b31m", "\\u{9b}31m"},
        {"\u202egnp.exe", "\\u{202e}gnp.exe"},
        {"\u202a\u202b\u202c\u202d", "\\u{202a}\\u{202b}\\u{202c}\\u{202d}"},
        {"\u2066\u2067\u2068\u2069", "\\u{2066}\\u{2067}\\u{2068}\\u{2069}"},
        {"\u200e\u200f\u061c", "\\u{200e}\\u{200f}\\u{61c}"},
        {"a\u200bb\u200cc", "a\\u{200b}b\\u{200c}c"},
        {"\ufeff", "\\u{feff}"},
        {"\u2028\u2029", "\\u{2028}\\u{2029}"},
        {"soft\u00adhyphen", "soft\\u{ad}hyphen"},
        {"\U000E0041", "\\u{e0041}"},
    };
    for (const auto& row : cases) {
        CAPTURE(row.shown);
        CHECK(safe(row.text) == row.shown);
        CHECK_FALSE(hookspect::term::is_safe(row.text));
    }
}

TEST_CASE("a joiner stays only between two pictographs") {
    CHECK(safe("a\u200db") == "a\\u{200d}b");
    CHECK(safe("👩\u200d") == "👩\\u{200d}");
    CHECK(safe("👩\u200dx") == "👩\\u{200d}x");
    CHECK(safe("\u200d👩") == "\\u{200d}👩");
    CHECK(safe("👩\u200d\u200d👧") == "👩\\u{200d}\\u{200d}👧");
    CHECK(safe("🏴x\U000E0067") == "🏴x\\u{e0067}");
}

TEST_CASE("bytes that are not UTF-8 are told from characters") {
    CHECK(safe("\xff") == "\\x{ff}");
    CHECK(safe("caf\xe9!") == "caf\\x{e9}!");
    CHECK(safe("\xc0\xaf") == "\\x{c0}\\x{af}");
    CHECK(safe("\xed\xa0\x80") == "\\x{ed}\\x{a0}\\x{80}");
    CHECK(safe("\xe2\x82") == "\\x{e2}\\x{82}");
    CHECK(safe("\x9b") == "\\x{9b}");
}

TEST_CASE("a newline keeps its meaning on one line") {
    CHECK(safe("one\ntwo") == "one↵two");
    CHECK(safe("one\ntwo", false) == "one\\ntwo");
    CHECK_FALSE(hookspect::term::is_safe("one\ntwo"));
}

TEST_CASE("letters stay where the locale is not UTF-8") {
    CHECK(safe("Zoë", false) == "Zoë");
}
