#include "term/width.h"

#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>

namespace hookspect::term {
namespace {

constexpr char32_t emoji_presentation = 0xFE0F;
constexpr char32_t keycap = 0x20E3;

constexpr bool is_regional_indicator(char32_t point) {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
}

constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

struct Cluster {
    std::size_t bytes = 0;
    int columns = 0;
};

/// Latin, Greek and Cyrillic letters, dashes, quotes and dots: one column wide, and no two of them are in one
/// cluster (UAX 29, property Other). What most text is made of is known without utf8proc's tables.
constexpr bool is_simple(char32_t point) {
    return (point >= 0x20 && point <= 0x7E) || (point >= 0xC0 && point <= 0x2FF) ||
           (point >= 0x3A3 && point <= 0x482) || (point >= 0x2010 && point <= 0x2027);
}

int code_point_width(char32_t point) {
    if (is_simple(point)) return 1;
    return utf8proc_charwidth(static_cast<utf8proc_int32_t>(point));
}

/// The grapheme cluster at the front of `text`, which is not empty.
Cluster front_cluster(std::string_view text) {
    base::CodePoint point = base::front_code_point(text);
    const char32_t base = point.value;
    const bool wide_base = code_point_width(base) == 2;
    const bool flag = is_regional_indicator(base);
    Cluster cluster{point.size, code_point_width(base)};
    bool emoji = false;
    utf8proc_int32_t state = 0;
    while (cluster.bytes < text.size()) {
        const base::CodePoint following = base::front_code_point(text.substr(cluster.bytes));
        if (is_simple(point.value) && is_simple(following.value)) break;
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(point.value),
                                             static_cast<utf8proc_int32_t>(following.value), &state) != 0) {
            break;
        }
        emoji = emoji || following.value == emoji_presentation || following.value == keycap ||
                (flag && is_regional_indicator(following.value));
        // A wide base takes its vowels and joined pictographs in; marks beside a narrow one have their own
        // width.
        if (!wide_base) cluster.columns += code_point_width(following.value);
        cluster.bytes += following.size;
        point = following;
    }
    if (emoji) cluster.columns = 2;
    return cluster;
}

/// At most `most` characters at the front that are clusters of their own: only one that is not ASCII could
/// join the one before it.
Cluster ascii_clusters(std::string_view text, std::size_t most) {
    std::size_t size = base::ascii_size(text.substr(0, most));
    if (size != 0 && size < text.size() && !is_ascii(text[size])) --size;
    return {size, static_cast<int>(size)};
}

}  // namespace

int display_width(std::string_view text) noexcept {
    int columns = 0;
    while (!text.empty()) {
        Cluster cluster = ascii_clusters(text, text.size());
        if (cluster.bytes == 0) cluster = front_cluster(text);
        columns += cluster.columns;
        text.remove_prefix(cluster.bytes);
    }
    return columns;
}

Fit fit_front(std::string_view text, int columns) noexcept {
    Fit fit;
    while (fit.bytes < text.size()) {
        const std::string_view rest = text.substr(fit.bytes);
        Cluster cluster = ascii_clusters(rest, static_cast<std::size_t>(std::max(columns - fit.columns, 0)));
        if (cluster.bytes == 0) cluster = front_cluster(rest);
        if (fit.columns + cluster.columns > columns) break;
        fit.bytes += cluster.bytes;
        fit.columns += cluster.columns;
    }
    return fit;
}

Fit fit_back(std::string_view text, int columns) noexcept {
    // Clusters can only be found from the front: drop them until the rest fits.
    int width = display_width(text);
    std::size_t dropped = 0;
    while (width > columns && dropped < text.size()) {
        const std::string_view rest = text.substr(dropped);
        Cluster cluster = ascii_clusters(rest, static_cast<std::size_t>(width - columns));
        if (cluster.bytes == 0) cluster = front_cluster(rest);
        dropped += cluster.bytes;
        width -= cluster.columns;
    }
    return {text.size() - dropped, width};
}

void append_clipped(std::string& out, std::string_view text, int columns, std::string_view ellipsis) {
    const Fit whole = fit_front(text, columns);
    if (whole.bytes == text.size()) {
        out.append(text);
        return;
    }
    out.append(text.substr(0, fit_front(text, columns - display_width(ellipsis)).bytes));
    out.append(ellipsis.substr(0, fit_front(ellipsis, columns).bytes));
}

void append_clipped_front(std::string& out, std::string_view text, int columns, std::string_view ellipsis) {
    if (fit_front(text, columns).bytes == text.size()) {
        out.append(text);
        return;
    }
    out.append(ellipsis.substr(0, fit_front(ellipsis, columns).bytes));
    out.append(text.substr(text.size() - fit_back(text, columns - display_width(ellipsis)).bytes));
}

void append_padded(std::string& out, std::string_view text, int columns) {
    out.append(text);
    out.append(static_cast<std::size_t>(std::max(0, columns - display_width(text))), ' ');
}

void append_right(std::string& out, std::string_view text, int columns) {
    out.append(static_cast<std::size_t>(std::max(0, columns - display_width(text))), ' ');
    out.append(text);
}

}  // namespace hookspect::term
