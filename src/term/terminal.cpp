#include "term/terminal.h"

#include "base/ascii.h"
#include "base/calendar.h"
#include "term/link.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>

namespace hookspect::term {
namespace {

constexpr int default_columns = 80;
constexpr int least_columns = 20;  // below, no layout is left to keep
constexpr int most_columns = 1000;

/// In the order that the command line promises; NO_COLOR by no-color.org, the CLICOLOR pair by
/// bixense.com/clicolors.
bool wants_colour(const TerminalState& state) {
    if (state.colour != ColourWhen::automatic) return state.colour == ColourWhen::always;
    if (!state.no_color.empty()) return false;
    if (!state.clicolor_force.empty() && state.clicolor_force != "0") return true;
    if (state.clicolor == "0" || state.term == "dumb") return false;
    return state.is_terminal;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return base::lower(x) == base::lower(y); });
}

/// The codeset in a locale's name, `language_TERRITORY.codeset@modifier` (POSIX, XBD 8.2).
std::string_view codeset(std::string_view locale) {
    const std::size_t dot = locale.find('.');
    if (dot == std::string_view::npos) return {};
    const std::string_view rest = locale.substr(dot + 1);
    return rest.substr(0, rest.find('@'));
}

bool is_utf8_locale(const TerminalState& state) {
    std::string_view locale = state.lc_all;
    if (locale.empty()) locale = state.lc_ctype;
    if (locale.empty()) locale = state.lang;
    const std::string_view set = codeset(locale);
    return equals_ignoring_case(set, "UTF-8") || equals_ignoring_case(set, "UTF8");
}

template <typename Number>
std::optional<Number> parse_whole(std::string_view text) {
    Number value{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || text.empty()) return std::nullopt;
    return value;
}

/// SOURCE_DATE_EPOCH is held to what `--now` takes: to the year 9999.
std::int64_t decide_now(const TerminalState& state) {
    if (state.now) return *state.now;
    const auto epoch = parse_whole<std::int64_t>(state.source_date_epoch);
    return epoch && *epoch >= 0 && *epoch <= base::last_second ? *epoch : state.clock;
}

int decide_width(const TerminalState& state) {
    int columns = parse_whole<int>(state.columns_variable).value_or(0);
    if (columns <= 0) columns = state.columns;
    if (columns <= 0) columns = default_columns;
    return std::clamp(columns, least_columns, most_columns);
}

std::string_view variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

winsize window_size(int descriptor) {
    winsize size{};
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size : winsize{};
}

}  // namespace

report::Presentation decide_presentation(const TerminalState& state) noexcept {
    report::Presentation presentation;
    presentation.colour = wants_colour(state);
    presentation.unicode = is_utf8_locale(state);
    presentation.width = decide_width(state);
    presentation.links = decide_links(state);
    presentation.ages = state.is_terminal;
    presentation.now = decide_now(state);
    return presentation;
}

Screen read_screen(int descriptor) noexcept {
    Screen screen;
    const winsize window = window_size(descriptor);
    const auto decide = [](std::string_view said, int measured, int& size) {
        const int wanted = parse_whole<int>(said).value_or(0);
        if (measured > 0) size = measured;
        if (wanted > 0) size = wanted;
    };
    decide(variable("LINES"), window.ws_row, screen.rows);
    decide(variable("COLUMNS"), window.ws_col, screen.columns);
    return screen;
}

TerminalState read_terminal_state(int descriptor) noexcept {
    TerminalState state;
    state.is_terminal = isatty(descriptor) == 1;
    state.columns = state.is_terminal ? window_size(descriptor).ws_col : 0;
    state.clock = static_cast<std::int64_t>(std::time(nullptr));
    state.no_color = variable("NO_COLOR");
    state.clicolor_force = variable("CLICOLOR_FORCE");
    state.clicolor = variable("CLICOLOR");
    state.term = variable("TERM");
    state.columns_variable = variable("COLUMNS");
    state.lc_all = variable("LC_ALL");
    state.lc_ctype = variable("LC_CTYPE");
    state.lang = variable("LANG");
    state.source_date_epoch = variable("SOURCE_DATE_EPOCH");
    state.term_program = variable("TERM_PROGRAM");
    state.term_program_version = variable("TERM_PROGRAM_VERSION");
    state.vte_version = variable("VTE_VERSION");
    state.konsole_version = variable("KONSOLE_VERSION");
    state.wt_session = variable("WT_SESSION");
    return state;
}

}  // namespace hookspect::term
