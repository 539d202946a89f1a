#pragma once

#include "report/layout/presentation.h"
#include "term/link.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hookspect::term {

/// What a piece of text is; what it looks like is decided here alone. Colour never says what the text does
/// not say.
enum class Role : std::uint8_t {
    plain,
    heading,
    label,
    place,  // a file, a line
    good,
    error,
    warning,
    note,
    added,
    removed,
    changed,
    dim,
};

/// The SGR sequence that begins a role (ECMA-48, 8.3.117), empty where nothing changes.
[[nodiscard]] constexpr std::string_view sgr(Role role) noexcept {
    constexpr std::array<std::string_view, 12> sequences{
        "",            // plain
        "\x1b[1m",     // heading
        "\x1b[36m",    // label
        "\x1b[1m",     // place
        "\x1b[32m",    // good
        "\x1b[1;31m",  // error
        "\x1b[1;33m",  // warning
        "\x1b[34m",    // note
        "\x1b[32m",    // added
        "\x1b[31m",    // removed
        "\x1b[33m",    // changed
        "\x1b[2m",     // dim
    };
    return sequences[static_cast<std::size_t>(role)];
}

/// Appends what begins and ends a role's colours, where there are any. There is text between.
inline void append_style_begin(std::string& out, Role role, const report::Presentation& presentation) {
    if (presentation.colour) out.append(sgr(role));
}
inline void append_style_end(std::string& out, Role role, const report::Presentation& presentation) {
    if (presentation.colour && !sgr(role).empty()) out.append("\x1b[0m");
}

/// Appends text that has passed append_safe, in its role's colours where there are any.
inline void append_styled(std::string& out, Role role, std::string_view safe,
                          const report::Presentation& presentation) {
    if (safe.empty()) return;
    append_style_begin(out, role, presentation);
    out.append(safe);
    append_style_end(out, role, presentation);
}

/// The same as a hyperlink, where there are any and `url` is not empty. `broken`: it goes on in another line.
inline void append_linked(std::string& out, Role role, std::string_view safe, std::string_view url,
                          const report::Presentation& presentation, bool broken = false) {
    const bool link = presentation.links && !url.empty();
    if (link) append_link_begin(out, url, broken);
    append_styled(out, role, safe, presentation);
    if (link) append_link_end(out);
}

/// The URL of an input for append_linked; empty where there are no links, or for standard input.
inline std::string link_to_file(std::string_view source, const report::Presentation& presentation) {
    return presentation.links && !source.empty() && source != "-" ? file_url(source) : std::string();
}

/// One symbol, one meaning.
struct Symbols {
    std::string_view good;
    std::string_view bad;  // missing or invalid
    std::string_view warning;
    std::string_view note;   // or not declared
    std::string_view same;   // as above
    std::string_view added;  // or undeclared
    std::string_view changed;
    std::string_view removed;
    std::string_view primary;
    std::string_view clipped;
    std::string_view newline;
    std::string_view arrow;
    std::string_view line;  // of the bar that opens an event
};

namespace detail {
inline constexpr Symbols unicode_symbols{"✓", "✗", "!", "·", "=", "+", "~", "-", "*", "…", "↵", "→", "─"};
inline constexpr Symbols ascii_symbols{"v", "x", "!", ".", "=", "+", "~", "-", "*", "...", "\\n", "->", "-"};
}  // namespace detail

/// The symbols, or where the locale is not UTF-8 their stand-ins.
[[nodiscard]] constexpr const Symbols& symbols(const report::Presentation& presentation) noexcept {
    return presentation.unicode ? detail::unicode_symbols : detail::ascii_symbols;
}

}  // namespace hookspect::term
