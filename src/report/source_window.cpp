#include "report/source_window.h"

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
    const std::size_t newline = ahead.rfind('\n');
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
        const std::size_t limit = static_cast<std::size_t>(columns_) * 8;
        const std::string before = safe(back_of(cut.before, limit));
        const std::string marked = safe(front_of(cut.marked, limit));
        const std::string after = safe(front_of(cut.after, limit));
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
