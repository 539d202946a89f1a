#include "term/link.h"

#include "term/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace hookspect::term {
namespace {

using std::string_view;

// What terminals and their makers say of themselves in the environment, and since which version they know
// links: VTE 0.50 crashed on some, tmux passes them on from 3.4.
constexpr int least_vte = 5202;
constexpr int least_konsole = 201200;
constexpr double least_tmux = 3.4;
constexpr std::array<string_view, 5> known_programs{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"};
constexpr std::array<string_view, 7> known_terms{"xterm-kitty",   "alacritty", "foot",   "foot-extra",
                                                 "xterm-ghostty", "wezterm",   "contour"};

constexpr std::size_t longest_url = 2000;  // VTE takes no longer one

template <typename Number>
Number number_at_front(string_view text) {
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

template <typename Names>
bool is_one_of(const Names& names, string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr bool is_unreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           string_view("-._~").find(c) != string_view::npos;
}

void append_percent(std::string& out, char c) {
    fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
}

bool starts_with_ignoring_case(string_view text, string_view lower) {
    return text.size() >= lower.size() &&
           std::equal(lower.begin(), lower.end(), text.begin(), [](char want, char c) {
               return want == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
           });
}

/// FNV-1a, 32 bits: pieces of one link have one id.
std::uint32_t hash(string_view text) {
    std::uint32_t value = 2166136261U;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
    return value;
}

}  // namespace

bool decide_links(const TerminalState& state) noexcept {
    if (!state.is_terminal || state.term.empty() || state.term == "dumb") return false;
    if (state.term.starts_with("tmux") || state.term.starts_with("screen")) {
        return state.term_program == "tmux" &&
               number_at_front<double>(state.term_program_version) >= least_tmux;
    }
    return is_one_of(known_programs, state.term_program) || is_one_of(known_terms, state.term) ||
           !state.wt_session.empty() || number_at_front<int>(state.vte_version) >= least_vte ||
           number_at_front<int>(state.konsole_version) >= least_konsole;
}

bool is_web_url(string_view text) noexcept {
    std::size_t scheme = 0;
    for (const string_view known : {"https://", "http://"}) {
        if (starts_with_ignoring_case(text, known)) scheme = known.size();
    }
    return scheme != 0 && text.size() > scheme && text.size() <= longest_url &&
           text.find_first_of(" \t\r\n") == string_view::npos;
}

std::string file_url(string_view path) {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(std::filesystem::path(path), error);
    std::string url = std::string("file://") + host.data();
    for (const char c : error ? std::string(path) : absolute.lexically_normal().native()) {
        is_unreserved(c) || c == '/' ? url.push_back(c) : append_percent(url, c);
    }
    return url;
}

void append_link_begin(std::string& out, string_view url, bool broken) {
    out.append("\x1b]8;");
    if (broken) fmt::format_to(std::back_inserter(out), "id={:08x}", hash(url));
    out.push_back(';');
    for (const char c : url) c > ' ' && c <= '~' ? out.push_back(c) : append_percent(out, c);
    out.append("\x1b\\");
}

void append_link_end(std::string& out) {
    out.append("\x1b]8;;\x1b\\");
}

}  // namespace hookspect::term
