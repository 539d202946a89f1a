#include "report/diff/clipped_pair.h"

#include "term/width.h"

#include <algorithm>

namespace hookspect::report {
namespace {

constexpr int most_context = 12;  // columns of what is the same, before what is not

constexpr bool goes_on(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Bytes of whole characters that both texts begin with.
std::size_t common_front(std::string_view a, std::string_view b) {
    std::size_t size = 0;
    const std::size_t most = std::min(a.size(), b.size());
    while (size < most && a[size] == b[size]) ++size;
    while (size > 0 && ((size < a.size() && goes_on(a[size])) || (size < b.size() && goes_on(b[size]))))
        --size;
    return size;
}

/// One of the two texts, and what is to be seen of it.
struct Part {
    std::string_view text;
    int columns;
    int ellipsis;  // its columns

    [[nodiscard]] bool shows_only(std::size_t front) const {
        return term::fit_front(text, columns).bytes != text.size() &&
               term::fit_front(text, columns - ellipsis).bytes <= front;
    }

    /// The columns of the front that can be seen: a few, or as many as the rest leaves.
    [[nodiscard]] int context(std::size_t front) const {
        const int few = std::min(most_context, std::max(columns / 3, 1));
        return std::max(few, columns - ellipsis - term::display_width(text.substr(front)));
    }

    /// From byte `begin` on.
    [[nodiscard]] std::string clipped(std::size_t begin, std::string_view sign) const {
        std::string out(begin == 0 ? std::string_view() : sign);
        term::append_clipped(out, text.substr(begin), begin == 0 ? columns : columns - ellipsis, sign);
        return out;
    }
};

}  // namespace

ops::Both<std::string> clipped_pair(const ops::Both<std::string>& texts, const ops::Both<int>& columns,
                                    std::string_view ellipsis) {
    const Part before{texts.before, columns.before, term::display_width(ellipsis)};
    const Part after{texts.after, columns.after, term::display_width(ellipsis)};
    const std::size_t front = common_front(texts.before, texts.after);
    std::size_t begin = 0;
    if (texts.before != texts.after && before.shows_only(front) && after.shows_only(front)) {
        const int context = std::min(before.context(front), after.context(front));
        begin = front - term::fit_back(before.text.substr(0, front), context).bytes;
    }
    return {before.clipped(begin, ellipsis), after.clipped(begin, ellipsis)};
}

}  // namespace hookspect::report
