#include "report/finding/source_window.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using hookspect::report::LineCut;
using hookspect::report::Presentation;
using hookspect::report::Stretch;
using hookspect::term::Role;

namespace {

std::string window(std::string_view text, Stretch marked, const Presentation& presentation) {
    std::string out;
    hookspect::report::append_source_window(out, text, marked, Role::error, presentation);
    return out;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string random_line(std::mt19937& random) {
    std::string line(random() % 250, 'a');
    for (char& c : line) c = "aaaab .:"[random() % 8];
    return line;
}

}  // namespace

TEST_CASE("letters of one column look the same in one byte or in two") {
    std::mt19937 random(3);
    for (int i = 0; i < 3000; ++i) {
        const std::string before = random_line(random);
        const std::string marked = random_line(random).substr(0, i % 3 == 0 ? 250 : random() % 20);
        const std::string after = random_line(random);
        Presentation presentation;
        presentation.unicode = i % 2 == 0;
        presentation.width = 20 + static_cast<int>(random() % 80);
        const std::string line = before + marked + after;
        const std::string long_before = with(before, "a", "ä");
        const std::string long_marked = with(marked, "a", "ä");
        const std::string long_line = long_before + long_marked + with(after, "a", "ä");
        CAPTURE(line);
        CAPTURE(presentation.width);
        REQUIRE(window(line, {before.size(), marked.size()}, presentation) ==
                with(window(long_line, {long_before.size(), long_marked.size()}, presentation), "ä", "a"));
    }
}

TEST_CASE("however many blanks are at its ends, a line is cut without them") {
    for (const std::size_t count : {0U, 3U, 15U, 16U, 17U, 100U, 3000U}) {
        const std::string blanks(count, ' ');
        for (const std::string& text : {blanks + "ab?cd" + blanks, "x\n" + blanks + "ab?cd" + blanks + "\nx",
                                        "x\r\n\t" + blanks + "ab?cd" + blanks + "\t\r\nx"}) {
            CAPTURE(count);
            const LineCut cut = hookspect::report::cut_line(text, {text.find('?'), 1}, 5);
            CHECK(cut.before == "ab");
            CHECK(cut.marked == "?");
            CHECK(cut.after == "cd");
        }
    }
}

TEST_CASE("of a long line enough is given on both sides") {
    const std::string text = std::string(9000, 'b') + "?!" + std::string(9000, 'a');
    for (const std::size_t enough : {0U, 1U, 80U, 600U, 9000U}) {
        const LineCut cut = hookspect::report::cut_line(text, {9000, 2}, enough);
        CHECK(cut.before.size() >= enough);
        CHECK(cut.before.find_first_not_of('b') == std::string::npos);
        CHECK(cut.marked == "?!");
        CHECK(cut.after.size() >= enough);
        CHECK(cut.after.find_first_not_of('a') == std::string::npos);
    }
    CHECK(hookspect::report::cut_line(text, {0, 9000}, 80).marked.size() == 9000);
    CHECK(hookspect::report::cut_line(text, {0, 9000}, 80).after.substr(0, 3) == "?!a");
    CHECK(hookspect::report::cut_line(text, {text.size(), 5}, 80).marked.empty());
}
