#include "report/source_window.h"

#include "base/byte_block.h"
#include "term/safe_text.h"
#include "term/width.h"

#include <algorithm>

namespace hookspect {
namespace {

constexpr int indent = 4;
constexpr std::string_view blanks = " \t\r";

/// A line cut in three at the edges of the stretch.
struct Cut {
    std::string_view before;
    std::string_view marked;
    std::string_view after;
};

/// Bytes on each side of a stretch that are looked at: more than any terminal shows of a line.
constexpr std::size_t most_looked_at = 16 * 1024;

Cut cut_line(std::string_view text, Stretch stretch) {
    const std::size_t at = std::min(stretch.offset, text.size());
    const std::size_t first = at - std::min(at, most_looked_at);
    const std::string_view ahead = text.substr(first, at - first);
    const std::size_t newline = find_last(ahead, '\n');
    const std::size_t begin = newline == std::string_view::npos ? first : first + newline + 1;
    const std::string_view behind = text.substr(at, most_looked_at);
    const std::string_view line = behind.substr(0, behind.find('\n'));
    const std::size_t size = std::min(stretch.size, line.size());
    Cut cut{text.substr(begin, at - begin), line.substr(0, size), line.substr(size)};
    cut.before.remove_prefix(std::min(cut.before.find_first_not_of(blanks), cut.before.size()));
    cut.after = cut.after.substr(0, cut.after.find_last_not_of(blanks) + 1);
    return cut;
}

constexpr bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// At most about `limit` bytes of the front or the end, so that the length of a body costs nothing.
std::string_view front_of(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    while (limit > 0 && is_continuation(text[limit])) --limit;
    return text.substr(0, limit);
}
std::string_view back_of(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    std::size_t begin = text.size() - limit;
    for (int i = 0; i < 3 && begin < text.size() && is_continuation(text[begin]); ++i) ++begin;
    return text.substr(begin);
}

/// Whether what stands before `at` and what follows look the same without each other: no character, no emoji
/// and no escape goes across.
constexpr bool is_clean_cut(std::string_view text, std::size_t at) {
    const auto is_printable = [](char c) { return c >= ' ' && c <= '~'; };
    return at > 0 && at < text.size() && is_printable(text[at - 1]) && is_printable(text[at]);
}

/// The same three parts as they are shown.
struct Window {
    std::string before;
    std::string marked;
    std::string after;
    int before_columns = 0;
    int marked_columns = 0;
};

class WindowMaker {
public:
    WindowMaker(int columns, const Presentation& presentation)
        : columns_(columns), presentation_(presentation), ellipsis_(symbols(presentation).clipped) {}

    Window make(const Cut& cut) {
        const std::string before = safe_back(cut.before);
        const std::string marked = safe_front(cut.marked);
        const std::string after = safe_front(cut.after);
        const int behind = std::max(1, display_width(marked)) + display_width(after);

        Window window;
        clip_before(window, before, behind);
        const int room = columns_ - window.before_columns;
        const int width = display_width(marked);
        if (width < room || (width == room && after.empty())) {
            window.marked = marked;
            append_clipped(window.after, after, room - width, ellipsis_);
        } else {
            append_clipped(window.marked, marked + after, room, ellipsis_);
        }
        window.marked_columns = display_width(window.marked);
        return window;
    }

private:
    std::string safe(std::string_view text) const {
        std::string result;
        append_safe(result, text, presentation_.unicode);
        return result;
    }

    [[nodiscard]] bool is_full(std::string_view safe) const { return display_width(safe) > columns_; }

    // The front or the end of a text, more than there are columns for where there is more. Mostly few bytes
    // more than columns are enough.

    std::string safe_front(std::string_view text) const {
        for (std::size_t size = fewest(); size < std::min(most(), text.size()); size *= 2) {
            std::size_t end = size;
            while (end > 0 && !is_clean_cut(text, end)) --end;
            std::string front = safe(text.substr(0, end));
            if (is_full(front)) return front;
        }
        return safe(front_of(text, most()));
    }

    std::string safe_back(std::string_view text) const {
        for (std::size_t size = fewest(); size < std::min(most(), text.size()); size *= 2) {
            std::size_t begin = text.size() - size;
            while (begin < text.size() && !is_clean_cut(text, begin)) ++begin;
            std::string back = safe(text.substr(begin));
            if (is_full(back)) return back;
        }
        return safe(back_of(text, most()));
    }

    [[nodiscard]] std::size_t fewest() const { return static_cast<std::size_t>(columns_) + 8; }
    [[nodiscard]] std::size_t most() const { return static_cast<std::size_t>(columns_) * 8; }

    /// The stretch begins a little before the middle, or further right where little stands behind it.
    void clip_before(Window& window, const std::string& before, int behind) const {
        const int least = std::max(columns_ / 2 - 3, 0);
        const int columns = std::max(least, columns_ - behind);
        append_clipped_front(window.before, before, columns, ellipsis_);
        window.before_columns = display_width(window.before);
    }

    int columns_;
    const Presentation& presentation_;
    std::string_view ellipsis_;
};

}  // namespace

void append_source_window(std::string& out, std::string_view text, Stretch marked, Role role,
                          const Presentation& presentation) {
    const Window window = WindowMaker(presentation.width - indent, presentation).make(cut_line(text, marked));
    out.append(indent, ' ').append(window.before);
    append_styled(out, role, window.marked, presentation);
    out.append(window.after).append("\n");
    out.append(static_cast<std::size_t>(indent) + static_cast<std::size_t>(window.before_columns), ' ');
    append_styled(out, role, std::string(static_cast<std::size_t>(std::max(1, window.marked_columns)), '^'),
                  presentation);
    out.append("\n");
}

void append_excerpt(std::string& out, std::string_view text, Stretch around, int columns,
                    const Presentation& presentation) {
    const std::size_t at = std::min(around.offset, text.size());
    const std::size_t size = std::min(around.size, text.size() - at);
    const Cut cut{text.substr(0, at), text.substr(at, size), text.substr(at + size)};
    const Window window = WindowMaker(columns, presentation).make(cut);
    out.append(window.before).append(window.marked).append(window.after);
}

}  // namespace hookspect
