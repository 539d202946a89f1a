#include "check/misread.h"

#include "base/utf8.h"
#include "check/windows_1252.h"

namespace hookspect::check {
namespace {

using std::u32string_view;

constexpr char32_t nothing = U' ';  // where a neighbour is missing

/// Letters as far as the documented languages go: ASCII, Latin-1, Latin Extended-A.
constexpr bool is_capital(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z';
    if (c <= 0xDE) return c >= 0xC0 && c != 0xD7;
    const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return c >= 0x100 && c <= 0x17E && (c % 2 == 1) == odd_capitals;
}

constexpr bool is_small(char32_t c) {
    if (c < 0x80) return c >= U'a' && c <= U'z';
    return (c >= 0xDF && c <= 0xFF && c != 0xF7) || (c >= 0x100 && c <= 0x17F && !is_capital(c));
}

constexpr bool is_any_of(char32_t c, u32string_view list) {
    return list.find(c) != u32string_view::npos;
}

/// Behind the last capital of a healthy word these may stand without a blank: `AMANHÃ…`, `MAÇÃ®`, `HYVÄ”`.
constexpr u32string_view closing = U"\u00A0»”’‘“›…–—•";
constexpr u32string_view marks = U"\u00AD«©®°·™¹²³";

constexpr bool is_continuation(char32_t c) {
    const int byte = windows_1252_byte(c);
    return byte >= 0x80 && byte <= 0xBF;
}

struct Neighbours {
    char32_t before;
    char32_t trail;
    char32_t after;

    /// A small letter behind the pair, unless it is a genitive: `Å’s`.
    [[nodiscard]] constexpr bool goes_on() const {
        return is_small(after) && !(trail == U'’' && after == U's');
    }
};

/// `Ã` and `Â`, the lead bytes of Latin-1: letters of Portuguese, French and Romanian capitals, hardly ever
/// alone.
constexpr bool is_latin_1_pair(const Neighbours& near) {
    const bool capitals = is_capital(near.before);
    if (is_any_of(near.trail, closing)) {
        const bool inside = is_small(near.before) || (near.before >= U'0' && near.before <= U'9');
        return inside || (!capitals && near.goes_on());
    }
    return !is_any_of(near.trail, marks) || !capitals || near.goes_on();
}

/// `Ä` and `Å`, the lead bytes of Polish letters: common letters of the Nordic languages and German.
constexpr bool is_polish_pair(const Neighbours& near) {
    return is_small(near.before) || (!is_capital(near.before) && near.goes_on());
}

/// `â€™`, `â‚¬`, `âœ“`: general punctuation and symbols. `â` may end a word, and the word a quotation.
constexpr bool is_symbol(const Neighbours& near) {
    if (near.trail == U'€' || near.trail == 0x80) return true;
    return !is_any_of(near.trail, closing) && !is_any_of(near.trail, marks) && is_continuation(near.after);
}

constexpr bool is_misread(char32_t lead, const Neighbours& near) {
    if (!is_continuation(near.trail)) return false;
    switch (lead) {
        case U'Â': return near.trail >= 0xA0 && near.trail <= 0xBF && is_latin_1_pair(near);
        case U'Ã': return is_latin_1_pair(near);
        case U'Ä':
        case U'Å': return is_polish_pair(near);
        case U'â': return is_symbol(near);
        case U'ï': return near.trail == U'»' && near.after == U'¿';  // a byte order mark
        case U'ð': return near.trail == U'Ÿ' || near.trail == 0x9F;  // emoji
        default: return false;
    }
}

char32_t character_before(std::string_view text, std::size_t at) {
    if (at == 0) return nothing;
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    return base::front_code_point(text.substr(begin)).value;
}

}  // namespace

std::size_t misread_size(std::string_view text, std::size_t at) noexcept {
    const base::CodePoint lead = base::front_code_point(text.substr(at));
    std::size_t next = at + lead.size;
    if (next >= text.size()) return 0;
    const base::CodePoint trail = base::front_code_point(text.substr(next));
    next += trail.size;
    const char32_t after = next < text.size() ? base::front_code_point(text.substr(next)).value : nothing;
    const bool misread = is_misread(lead.value, {character_before(text, at), trail.value, after});
    return misread ? next - at : 0;
}

}  // namespace hookspect::check
