#include "report/finding/source_window.h"

#include "term/safe_text.h"
#include "term/width.h"

#include <algorithm>
#include <optional>

namespace hookspect::report {
namespace {

constexpr int indent = 4;

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
    /// Bytes of a line on each side of a stretch that are looked at.
    static std::size_t most_on_a_side(int columns) { return static_cast<std::size_t>(columns) * 8; }

    WindowMaker(int columns, const Presentation& presentation)
        : columns_(columns), presentation_(presentation), ellipsis_(term::symbols(presentation).clipped) {}

    Window make(const LineCut& cut) {
        const std::string before = safe_back(cut.before);
        const std::string marked = safe_front(cut.marked);
        const std::string after = safe_front(cut.after);
        const int behind = std::max(1, term::display_width(marked)) + term::display_width(after);

        Window window;
        clip_before(window, before, behind);
        const int room = columns_ - window.before_columns;
        const int width = term::display_width(marked);
        if (width < room || (width == room && after.empty())) {
            window.marked = marked;
            term::append_clipped(window.after, after, room - width, ellipsis_);
        } else {
            term::append_clipped(window.marked, marked + after, room, ellipsis_);
        }
        window.marked_columns = term::display_width(window.marked);
        return window;
    }

private:
    std::string safe(std::string_view text) const {
        std::string result;
        term::append_safe(result, text, presentation_.unicode);
        return result;
    }

    [[nodiscard]] bool is_full(std::string_view safe) const { return term::display_width(safe) > columns_; }

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
    [[nodiscard]] std::size_t most() const { return most_on_a_side(columns_); }

    /// The stretch begins a little before the middle, or further right where little stands behind it.
    void clip_before(Window& window, const std::string& before, int behind) const {
        const int least = std::max(columns_ / 2 - 3, 0);
        const int columns = std::max(least, columns_ - behind);
        term::append_clipped_front(window.before, before, columns, ellipsis_);
        window.before_columns = term::display_width(window.before);
    }

    int columns_;
    const Presentation& presentation_;
    std::string_view ellipsis_;
};

void append_carets(std::string& out, std::size_t before, std::size_t marked, term::Role role,
                   const Presentation& presentation) {
    out.append("\n").append(indent + before, ' ');
    term::append_style_begin(out, role, presentation);
    out.append(std::max<std::size_t>(marked, 1), '^');
    term::append_style_end(out, role, presentation);
    out.append("\n");
}

/// How much of a line is shown where it is printable ASCII, so that bytes are columns.
struct PlainView {
    std::size_t before;  // columns, those of the sign that more is there included
    std::size_t room;    // the others
};

/// Nothing where something is shown that is not printable ASCII, or stands beside what is shown. `behind` is
/// the line from the stretch on.
std::optional<PlainView> plain_view(const LineCut& cut, std::string_view behind, std::size_t columns) {
    const std::size_t least = columns / 2 - 3;
    const std::size_t plain = term::printable_size(behind.substr(0, columns + 1));
    const std::size_t taken = std::min(plain + (cut.marked.empty() ? 1 : 0), columns);
    const std::size_t most = std::max(least, columns - taken);
    const PlainView view{std::min(cut.before.size(), most), columns - std::min(cut.before.size(), most)};
    if (plain < behind.size() && (most > least || plain <= view.room)) return std::nullopt;
    const std::string_view near =
        cut.before.substr(cut.before.size() - std::min(cut.before.size(), most + 1));
    return term::printable_size(near) == near.size() ? std::optional(view) : std::nullopt;
}

/// Appends what WindowMaker would make of the cut, with no more to do than to count: most lines are so.
/// False, and nothing is appended, where they are not.
bool append_plain_window(std::string& out, const LineCut& cut, std::size_t columns, term::Role role,
                         const Presentation& presentation) {
    const std::string_view behind(cut.marked.data(), cut.marked.size() + cut.after.size());  // they touch
    const auto view = plain_view(cut, behind, columns);
    if (!view) return false;
    const std::string_view ellipsis = term::symbols(presentation).clipped;
    const std::size_t sign = presentation.unicode ? 1 : ellipsis.size();  // columns
    out.append(indent, ' ');
    if (cut.before.size() > view->before) out.append(ellipsis);
    const std::size_t before = cut.before.size() > view->before ? view->before - sign : cut.before.size();
    out.append(cut.before.substr(cut.before.size() - before));
    const std::size_t marked = cut.marked.size();
    const bool fits = marked < view->room || behind.size() == view->room;
    if (fits) {
        term::append_styled(out, role, cut.marked, presentation);
        const std::size_t rest = view->room - marked;
        const bool clipped = cut.after.size() > rest;
        out.append(cut.after.substr(0, clipped ? rest - std::min(rest, sign) : rest));
        if (clipped) out.append(ellipsis.substr(0, sign <= rest ? ellipsis.size() : rest));
    } else {
        term::append_style_begin(out, role, presentation);
        out.append(cut.marked.substr(0, view->room - sign)).append(ellipsis);
        term::append_style_end(out, role, presentation);
    }
    append_carets(out, view->before, fits ? marked : view->room, role, presentation);
    return true;
}

}  // namespace

void append_source_window(std::string& out, std::string_view text, Stretch marked, term::Role role,
                          const Presentation& presentation) {
    constexpr int narrow = 20;
    const int columns = presentation.width - indent;
    if (columns >= narrow) {
        const auto room = static_cast<std::size_t>(columns);
        const LineCut cut = cut_line(text, marked, room + 1);
        if (append_plain_window(out, cut, room, role, presentation)) return;
    }
    const std::size_t most = WindowMaker::most_on_a_side(columns);
    const Window window = WindowMaker(columns, presentation).make(cut_line(text, marked, most + 1));
    out.append(indent, ' ').append(window.before);
    term::append_styled(out, role, window.marked, presentation);
    out.append(window.after);
    append_carets(out, static_cast<std::size_t>(window.before_columns),
                  static_cast<std::size_t>(window.marked_columns), role, presentation);
}

void append_excerpt(std::string& out, std::string_view text, Stretch around, int columns,
                    const Presentation& presentation) {
    const std::size_t at = std::min(around.offset, text.size());
    const std::size_t size = std::min(around.size, text.size() - at);
    const LineCut cut{text.substr(0, at), text.substr(at, size), text.substr(at + size)};
    const Window window = WindowMaker(columns, presentation).make(cut);
    out.append(window.before).append(window.marked).append(window.after);
}

}  // namespace hookspect::report
