#include "intake/framing/body_start_guess.h"

#include <algorithm>

namespace hookspect::intake {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

/// Whether a line that begins with `first`, behind its indentation, begins as a body does.
bool begins_body(char first, std::size_t indent, Framing framing) {
    if (first == '{') return true;
    if (indent > 0 || framing == Framing::json) return false;
    if (framing != Framing::automatic) return first != '\n' && first != '\r';
    const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    return letter || (first >= '0' && first <= '9') || first == '%' || first == '_';
}

/// The byte before `at` that is no blank. The beginning of the text is as good as that of an array.
char byte_before(std::string_view text, std::size_t at, std::string_view blanks) {
    const std::size_t before = text.substr(0, at).find_last_not_of(blanks);
    return before == nowhere ? '[' : text[before];
}

/// Looks at one line after the other for those that are indented the least.
class Lines {
public:
    explicit Lines(std::string_view text, Framing framing) : text_(text), framing_(framing) {}

    /// `indent`: columns before `line`, which are not in the text.
    void look_at(std::size_t line, std::size_t indent) {
        const std::size_t first = text_.find_first_not_of(" \t", line);
        if (first == nowhere) return;
        indent += first - line;
        if (indent > least_ || !begins_body(text_[first], indent, framing_)) return;
        if (indent < least_) {
            bodies_ = 0;
            border_.reset();
        }
        least_ = indent;
        const char before = byte_before(text_, line, " \t\r\n");
        const bool behind_comma = before == ',' && text_[first] == '{';
        if (indent > 0 ? behind_comma : before != '[' && before != ':')
            border_ = {first, bodies_, behind_comma};
        ++bodies_;
    }

    [[nodiscard]] const std::optional<Border>& border() const { return border_; }

private:
    std::string_view text_;
    Framing framing_;
    std::optional<Border> border_;
    std::size_t least_ = nowhere;  // indentation of what begins as a body
    std::uint64_t bodies_ = 0;     // that are indented so
};

std::optional<Border> find_line(std::string_view text, std::optional<std::size_t> column, Framing framing) {
    Lines lines(text, framing);
    if (column) lines.look_at(0, *column - 1);
    for (std::size_t end = text.find('\n'); end != nowhere; end = text.find('\n', end + 1)) {
        lines.look_at(end + 1, 0);
    }
    return lines.border();
}

/// What an element of an array on one line begins with, up to the first key: `{"event":`.
std::string_view head_of_first(std::string_view text) {
    constexpr std::size_t longest = 64;
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n["), text.size());
    const std::string_view front = text.substr(begin, longest);
    return front.starts_with('{') ? front.substr(0, front.find(':') + 1) : std::string_view();
}

std::optional<Border> find_element(std::string_view text) {
    const std::string_view head = head_of_first(text);
    if (head.empty()) return std::nullopt;
    std::optional<Border> border;
    std::uint64_t bodies = 0;
    for (std::size_t at = text.find(head); at != nowhere; at = text.find(head, at + 1)) {
        const bool element = byte_before(text, at, " \t") == ',';
        if (element) border = Border{at, bodies, true, true};
        if (element || bodies == 0) ++bodies;
    }
    return border;
}

}  // namespace

std::optional<Border> find_border(std::string_view text, std::optional<std::size_t> column, Framing framing) {
    const auto line = find_line(text, column, framing);
    return line || !column ? line : find_element(text);
}

}  // namespace hookspect::intake
