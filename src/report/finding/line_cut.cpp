#include "report/finding/line_cut.h"

#include "base/byte_block.h"

#include <algorithm>

namespace hookspect::report {
namespace {

constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

std::string_view without_blanks_ahead(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    return text;
}

std::string_view without_blanks_behind(std::string_view text) {
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

constexpr std::size_t few_blanks = 16;

std::size_t reach_for(std::size_t enough) {
    return std::min(enough + few_blanks, most_looked_at);
}

std::string_view before_stretch(std::string_view text, std::size_t at, std::size_t enough) {
    for (std::size_t reach = reach_for(enough);; reach = most_looked_at) {
        const std::size_t first = at - std::min(at, reach);
        const std::string_view ahead = text.substr(first, at - first);
        const std::size_t newline = base::find_last(ahead, '\n');
        const bool whole = newline != std::string_view::npos || first == 0;
        const std::string_view before =
            without_blanks_ahead(newline == std::string_view::npos ? ahead : ahead.substr(newline + 1));
        if (whole || before.size() >= enough || reach == most_looked_at) return before;
    }
}

void cut_from_stretch(LineCut& cut, std::string_view text, Stretch stretch, std::size_t enough) {
    for (std::size_t reach = reach_for(enough + std::min(stretch.size, enough));; reach = most_looked_at) {
        const std::string_view behind = text.substr(stretch.offset, reach);
        const std::size_t newline = behind.find('\n');
        const bool whole = newline != std::string_view::npos || behind.size() < reach;
        const std::string_view line = behind.substr(0, newline);
        cut.marked = line.substr(0, stretch.size);
        cut.after = without_blanks_behind(line.substr(cut.marked.size()));
        if (whole || cut.after.size() >= enough || reach == most_looked_at) return;
    }
}

}  // namespace

LineCut cut_line(std::string_view text, Stretch stretch, std::size_t enough) noexcept {
    stretch.offset = std::min(stretch.offset, text.size());
    enough = std::min(enough, most_looked_at);
    LineCut cut;
    cut.before = before_stretch(text, stretch.offset, enough);
    cut_from_stretch(cut, text, stretch, enough);
    return cut;
}

}  // namespace hookspect::report
