#pragma once

#include <string>
#include <string_view>

namespace hookspect::term {

struct TerminalState;

/// Whether the terminal is known to show hyperlinks (OSC 8). An unknown one gets none: what it does not
/// understand it may print.
[[nodiscard]] bool decide_links(const TerminalState& state) noexcept;

/// Whether a text is one http or https URL, so that all of it can be a link.
[[nodiscard]] bool is_web_url(std::string_view text) noexcept;

/// The `file://HOST/PATH` of a file, of any name.
[[nodiscard]] std::string file_url(std::string_view path);

/// Appends the sequence that begins a link, and the one that ends it. Whatever is not printable ASCII in the
/// URL is percent-encoded, so that it cannot end the sequence. The pieces of a link that goes on in another
/// line are `broken`: an id lets the terminal know that they belong together.
void append_link_begin(std::string& out, std::string_view url, bool broken = false);
void append_link_end(std::string& out);

}  // namespace hookspect::term
