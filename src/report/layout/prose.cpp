#include "report/layout/prose.h"

#include "base/utf8.h"
#include "term/style.h"

#include <algorithm>

namespace hookspect::report {

std::size_t prose_columns(const Presentation& presentation) noexcept {
    constexpr int narrowest = 40;
    constexpr int widest = 110;
    return static_cast<std::size_t>(std::clamp(presentation.width, narrowest, widest));
}

void append_wrapped(std::string& out, std::string_view text, std::size_t at, std::size_t indent,
                    std::size_t columns) {
    std::size_t column = at;
    bool first = true;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const std::size_t width = base::count_code_points(word);
        if (!first && column + 1 + width > columns) {
            out.append("\n").append(indent, ' ');
            column = indent;
            first = true;
        }
        if (!first) out.push_back(' ');
        column += width + (first ? 0 : 1);
        out.append(word);
        first = false;
    }
}

void append_bold(std::string& out, std::string_view text, const Presentation& presentation) {
    term::append_styled(out, term::Role::heading, text, presentation);
}

void append_entry(std::string& out, std::string_view label, std::string_view text, std::size_t label_columns,
                  const Presentation& presentation) {
    constexpr std::size_t indent = 2;
    constexpr std::size_t gap = 2;
    const std::size_t begin = indent + label_columns + gap;
    out.append(indent, ' ');
    term::append_styled(out, term::Role::label, label, presentation);
    const std::size_t used = indent + base::count_code_points(label);
    const std::size_t at = std::max(begin, used + gap);
    if (!text.empty()) out.append(at - used, ' ');
    append_wrapped(out, text, at, begin, prose_columns(presentation));
    out.push_back('\n');
}

}  // namespace hookspect::report
