#include "term/pager.h"

#include <doctest/doctest.h>

using namespace hookspect;

TEST_CASE("the first variable that is set names the pager, and cat or nothing is none") {
    CHECK(hookspect::term::decide_pager(nullptr, nullptr) == "less");
    CHECK(hookspect::term::decide_pager(nullptr, "more") == "more");
    CHECK(hookspect::term::decide_pager("most -s", "more") == "most -s");
    CHECK(hookspect::term::decide_pager("", "more").empty());
    CHECK(hookspect::term::decide_pager("cat", "more").empty());
    CHECK(hookspect::term::decide_pager(nullptr, "").empty());
    CHECK(hookspect::term::decide_pager(nullptr, "  ").empty());
    CHECK(hookspect::term::decide_pager(nullptr, "cat -v") == "cat -v");
}

TEST_CASE("less is known by its name alone") {
    CHECK(hookspect::term::is_less("less"));
    CHECK(hookspect::term::is_less("/usr/bin/less -R"));
    CHECK_FALSE(hookspect::term::is_less("more"));
    CHECK_FALSE(hookspect::term::is_less("lessecho"));
    CHECK_FALSE(hookspect::term::is_less("env less"));
}

TEST_CASE("the last line of a screen is the prompt's") {
    CHECK_FALSE(hookspect::term::exceeds_screen("", 3, 10));
    CHECK_FALSE(hookspect::term::exceeds_screen("a\nb\n", 3, 10));
    CHECK(hookspect::term::exceeds_screen("a\nb\nc\n", 3, 10));
    CHECK(hookspect::term::exceeds_screen("a\n0123456789ab\n", 3, 10));  // two lines in the terminal
    CHECK_FALSE(hookspect::term::exceeds_screen("a\n0123456789ab\n", 4, 10));
}

TEST_CASE("a pager that is not there is an error, not a silence") {
    const auto pager = hookspect::term::Pager::start("no-such-pager -x");
    REQUIRE_FALSE(pager);
    CHECK(pager.error().message == "cannot start the pager \"no-such-pager -x\": No such file or directory");
}
