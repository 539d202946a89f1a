#include "term/terminal.h"

#include "term/style.h"

#include <doctest/doctest.h>

using namespace hookspect;

namespace {

hookspect::term::TerminalState on_terminal() {
    hookspect::term::TerminalState state;
    state.is_terminal = true;
    state.term = "xterm-256color";
    state.lang = "en_US.UTF-8";
    return state;
}

bool has_colour(const hookspect::term::TerminalState& state) {
    return hookspect::term::decide_presentation(state).colour;
}

}  // namespace

TEST_CASE("colour is for terminals, unless something says otherwise") {
    hookspect::term::TerminalState state = on_terminal();
    CHECK(has_colour(state));
    state.is_terminal = false;
    CHECK_FALSE(has_colour(state));
    state.clicolor_force = "1";
    CHECK(has_colour(state));
    state.clicolor_force = "0";
    CHECK_FALSE(has_colour(state));
}

TEST_CASE("the earlier of two sayings about colour wins") {
    hookspect::term::TerminalState state = on_terminal();
    state.term = "dumb";
    CHECK_FALSE(has_colour(state));
    state.clicolor = "1";
    CHECK_FALSE(has_colour(state));
    state.clicolor = "0";
    state.term = "xterm";
    CHECK_FALSE(has_colour(state));
    state.clicolor_force = "1";
    CHECK(has_colour(state));
    state.no_color = "1";
    CHECK_FALSE(has_colour(state));
    state.colour = hookspect::term::ColourWhen::always;
    CHECK(has_colour(state));
    state = on_terminal();
    state.colour = hookspect::term::ColourWhen::never;
    CHECK_FALSE(has_colour(state));
}

TEST_CASE("the width is COLUMNS, else the window's, else 80") {
    hookspect::term::TerminalState state = on_terminal();
    const auto width = [&state](std::string_view variable, int columns) {
        state.columns_variable = variable;
        state.columns = columns;
        return hookspect::term::decide_presentation(state).width;
    };
    CHECK(width("", 0) == 80);
    CHECK(width("", 132) == 132);
    CHECK(width("100", 132) == 100);
    CHECK(width("0", 132) == 132);
    CHECK(width("-5", 0) == 80);
    CHECK(width("wide", 0) == 80);
    CHECK(width("99999999999", 0) == 80);
    CHECK(width("3", 0) == 20);
    CHECK(width("1000000", 0) == 1000);
}

TEST_CASE("a locale is UTF-8 by its name") {
    const auto unicode = [](std::string_view all, std::string_view ctype, std::string_view lang) {
        hookspect::term::TerminalState state;
        state.lc_all = all;
        state.lc_ctype = ctype;
        state.lang = lang;
        return hookspect::term::decide_presentation(state).unicode;
    };
    CHECK(unicode("", "", "nl_BE.UTF-8"));
    CHECK(unicode("", "", "C.utf8"));
    CHECK(unicode("", "", "de_DE.UTF-8@euro"));
    CHECK(unicode("", "en_US.utf-8", "C"));
    CHECK_FALSE(unicode("C", "en_US.utf-8", "en_US.UTF-8"));
    CHECK_FALSE(unicode("", "POSIX", "en_US.UTF-8"));
    CHECK_FALSE(unicode("", "", "nl_BE.ISO-8859-1"));
    CHECK_FALSE(unicode("", "", "UTF-8"));
    CHECK_FALSE(unicode("", "", ""));
}

TEST_CASE("the present is the option, else SOURCE_DATE_EPOCH, else the clock") {
    hookspect::term::TerminalState state;
    state.clock = 3;
    CHECK(hookspect::term::decide_presentation(state).now == 3);
    state.source_date_epoch = "soon";
    CHECK(hookspect::term::decide_presentation(state).now == 3);
    state.source_date_epoch = "2";
    CHECK(hookspect::term::decide_presentation(state).now == 2);
    state.now = 1;
    CHECK(hookspect::term::decide_presentation(state).now == 1);
}

TEST_CASE("SOURCE_DATE_EPOCH has the range of --now") {
    hookspect::term::TerminalState state;
    state.clock = 3;
    for (const char* const beyond : {"-1", "253402300800", "9223372036854775807", "-9223372036854775808",
                                     "9223372036854775808", "", "1.5"}) {
        CAPTURE(beyond);
        state.source_date_epoch = beyond;
        CHECK(hookspect::term::decide_presentation(state).now == 3);
    }
    state.source_date_epoch = "0";
    CHECK(hookspect::term::decide_presentation(state).now == 0);
    state.source_date_epoch = "253402300799";  // the last second of the year 9999
    CHECK(hookspect::term::decide_presentation(state).now == 253'402'300'799);
}

TEST_CASE("ages are for terminals") {
    CHECK(hookspect::term::decide_presentation(on_terminal()).ages);
    CHECK_FALSE(hookspect::term::decide_presentation(hookspect::term::TerminalState{}).ages);
}

TEST_CASE("styles are written only where there is colour") {
    hookspect::report::Presentation presentation;
    std::string text;
    hookspect::term::append_styled(text, hookspect::term::Role::good, "yes", presentation);
    CHECK(text == "yes");
    presentation.colour = true;
    hookspect::term::append_styled(text, hookspect::term::Role::good, "yes", presentation);
    hookspect::term::append_styled(text, hookspect::term::Role::plain, "no", presentation);
    CHECK(text == "yes\x1b[32myes\x1b[0mno");
}

TEST_CASE("stand-ins of symbols are ASCII") {
    hookspect::report::Presentation presentation;
    CHECK(hookspect::term::symbols(presentation).good == "✓");
    presentation.unicode = false;
    const hookspect::term::Symbols& all = hookspect::term::symbols(presentation);
    for (const std::string_view symbol :
         {all.good, all.bad, all.warning, all.note, all.same, all.added, all.changed, all.removed,
          all.primary, all.clipped, all.newline, all.arrow, all.line}) {
        CHECK_FALSE(symbol.empty());
        for (const char c : symbol) CHECK(static_cast<unsigned char>(c) < 0x80);
    }
}
