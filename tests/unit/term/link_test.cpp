#include "term/link.h"

#include "term/terminal.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <filesystem>

using namespace hookspect;

namespace {

/// A terminal that says nothing of itself but its kind.
hookspect::term::TerminalState terminal(std::string_view term = "xterm-256color") {
    hookspect::term::TerminalState state;
    state.is_terminal = true;
    state.term = term;
    return state;
}

std::string begin(std::string_view url, bool broken = false) {
    std::string out;
    hookspect::term::append_link_begin(out, url, broken);
    return out;
}

}  // namespace

TEST_CASE("only terminals that are known to show links get them") {
    CHECK_FALSE(hookspect::term::decide_links(terminal()));
    CHECK_FALSE(hookspect::term::decide_links(terminal("linux")));
    CHECK(hookspect::term::decide_links(terminal("xterm-kitty")));
    CHECK(hookspect::term::decide_links(terminal("foot")));
    hookspect::term::TerminalState vte = terminal();
    vte.vte_version = "5201";
    CHECK_FALSE(hookspect::term::decide_links(vte));
    vte.vte_version = "7002";
    CHECK(hookspect::term::decide_links(vte));
    hookspect::term::TerminalState program = terminal();
    program.term_program = "Apple_Terminal";
    CHECK_FALSE(hookspect::term::decide_links(program));
    program.term_program = "WezTerm";
    CHECK(hookspect::term::decide_links(program));
    hookspect::term::TerminalState konsole = terminal();
    konsole.konsole_version = "200803";
    CHECK_FALSE(hookspect::term::decide_links(konsole));
    konsole.konsole_version = "220401";
    CHECK(hookspect::term::decide_links(konsole));
    hookspect::term::TerminalState windows = terminal();
    windows.wt_session = "8a5c";
    CHECK(hookspect::term::decide_links(windows));
}

TEST_CASE("no pipe, no dumb terminal, and no multiplexer that swallows them") {
    hookspect::term::TerminalState state = terminal();
    state.vte_version = "7002";
    state.term = "dumb";
    CHECK_FALSE(hookspect::term::decide_links(state));
    state.term = "";
    CHECK_FALSE(hookspect::term::decide_links(state));
    state.term = "screen-256color";
    CHECK_FALSE(hookspect::term::decide_links(state));
    state.term = "tmux-256color";
    state.term_program = "tmux";
    state.term_program_version = "3.3a";
    CHECK_FALSE(hookspect::term::decide_links(state));
    state.term_program_version = "3.4";
    CHECK(hookspect::term::decide_links(state));
    state.is_terminal = false;
    CHECK_FALSE(hookspect::term::decide_links(state));
}

TEST_CASE("a link is one whole http or https URL") {
    CHECK(hookspect::term::is_web_url("https://example.com"));
    CHECK(hookspect::term::is_web_url("HTTP://example.com/a?b#c"));
    CHECK(hookspect::term::is_web_url("https://bücher.example/ü"));
    CHECK_FALSE(hookspect::term::is_web_url("https://"));
    CHECK_FALSE(hookspect::term::is_web_url("https://example.com and more"));
    CHECK_FALSE(hookspect::term::is_web_url(" https://example.com"));
    CHECK_FALSE(hookspect::term::is_web_url("javascript:alert(1)"));
    CHECK_FALSE(hookspect::term::is_web_url("file:///etc/passwd"));
    CHECK_FALSE(hookspect::term::is_web_url("/nl/winter"));
    CHECK_FALSE(hookspect::term::is_web_url("https://example.com/" + std::string(2000, 'a')));
}

TEST_CASE("nothing in a URL ends the sequence") {
    CHECK(begin("https://e.example/a?b=%20;c") == "\x1b]8;;https://e.example/a?b=%20;c\x1b\\");
    CHECK(begin("https://e.example/\x1b\\\x1b[31m") == "\x1b]8;;https://e.example/%1B\\%1B[31m\x1b\\");
    CHECK(begin("https://e.example/\x07\x9c\x7f\xc2\x9c") ==
          "\x1b]8;;https://e.example/%07%9C%7F%C2%9C\x1b\\");
    CHECK(begin("https://e.example/é") == "\x1b]8;;https://e.example/%C3%A9\x1b\\");
    CHECK(begin("https://e.example/\xe2\x80\xae") == "\x1b]8;;https://e.example/%E2%80%AE\x1b\\");
    std::string end;
    hookspect::term::append_link_end(end);
    CHECK(end == "\x1b]8;;\x1b\\");
}

TEST_CASE("pieces of one link have one id") {
    const std::string one = begin("https://e.example/1", true);
    CHECK(one.starts_with("\x1b]8;id="));
    CHECK(one == begin("https://e.example/1", true));
    CHECK(one.substr(0, 18) != begin("https://e.example/2", true).substr(0, 18));
}

TEST_CASE("a file of any name is a URL with its host") {
    std::array<char, 256> host{};
    REQUIRE(gethostname(host.data(), host.size() - 1) == 0);
    const std::string front = std::string("file://") + host.data();
    CHECK(hookspect::term::file_url("/tmp/a b%c?d#e;f\x1b.json") ==
          front + "/tmp/a%20b%25c%3Fd%23e%3Bf%1B.json");
    CHECK(hookspect::term::file_url("./x/../y.json") ==
          front + std::filesystem::current_path().native() + "/y.json");
}
