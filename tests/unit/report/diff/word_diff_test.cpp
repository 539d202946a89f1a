#include "report/diff/word_diff.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

namespace {

/// As git's word-diff marks it.
std::string marked(std::string_view before, std::string_view after) {
    std::string text;
    for (const hookspect::report::TextRun& run : hookspect::report::word_diff(before, after).runs) {
        if (run.same) text.append(run.before);
        if (!run.same && !run.before.empty()) text.append("[-").append(run.before).append("-]");
        if (!run.same && !run.after.empty()) text.append("{+").append(run.after).append("+}");
    }
    return text;
}

}  // namespace

TEST_CASE("the words that have changed are marked") {
    CHECK(marked("a b c", "a x c") == "a [-b-]{+x+} c");
    CHECK(marked("a b c", "a c") == "a [-b -]c");
    CHECK(marked("Deel onze wintercampagne", "Deel onze grote wintercampagne") ==
          "Deel onze {+grote +}wintercampagne");
    CHECK(marked("one two three", "one 2 3") == "one [-two three-]{+2 3+}");
    CHECK(marked("https://a.example/b?c=1", "https://a.example/d?c=1") == "https://a.example/[-b-]{+d+}?c=1");
    CHECK(marked("an été", "an hiver") == "an [-été-]{+hiver+}");
    CHECK(marked("日本語の文", "日本人の文") == "日本[-語-]{+人+}の文");
    CHECK(marked("x", "x ") == "x{+ +}");
    CHECK(marked("x  y", "x y") == "x[-  -]{+ +}y");
    CHECK(marked("", "x") == "{+x+}");
    CHECK(marked("x", "") == "[-x-]");
    CHECK(marked("", "").empty());
}

TEST_CASE("whether any word is the same") {
    CHECK(hookspect::report::word_diff("a b", "c b").any_word_same);
    CHECK_FALSE(hookspect::report::word_diff("a b", "c d").any_word_same);
    CHECK_FALSE(hookspect::report::word_diff("a-b", "c-d").any_word_same);
    CHECK(hookspect::report::word_diff("日本", "日光").any_word_same);
}

TEST_CASE("the runs put together are the texts, whatever they are") {
    std::mt19937 source(1);
    const std::string_view alphabet = "ab  ,.\xC3\xA9\xFF\n";
    const auto text = [&] {
        std::string made;
        for (auto size = source() % 30; size > 0; --size)
            made.push_back(alphabet[source() % alphabet.size()]);
        return made;
    };
    for (int round = 0; round < 2000; ++round) {
        const std::string before = text();
        const std::string after = text();
        std::string all_before;
        std::string all_after;
        for (const hookspect::report::TextRun& run : hookspect::report::word_diff(before, after).runs) {
            REQUIRE((!run.same || run.before == run.after));
            all_before.append(run.before);
            all_after.append(run.after);
        }
        REQUIRE(all_before == before);
        REQUIRE(all_after == after);
    }
}
