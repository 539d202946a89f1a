#include "check/html_entity.h"

#include "base/hex.h"

#include <array>

namespace hookspect::check {
namespace {

struct Named {
    std::string_view written;
    char32_t meaning;
};

constexpr auto names = std::to_array<Named>({
    {"amp;", U'&'},       {"lt;", U'<'},     {"gt;", U'>'},     {"quot;", U'"'},   {"apos;", U'\''},
    {"nbsp;", U'\u00A0'}, {"eacute;", U'é'}, {"egrave;", U'è'}, {"ecirc;", U'ê'},  {"euml;", U'ë'},
    {"agrave;", U'à'},    {"aacute;", U'á'}, {"acirc;", U'â'},  {"auml;", U'ä'},   {"aring;", U'å'},
    {"aelig;", U'æ'},     {"ccedil;", U'ç'}, {"icirc;", U'î'},  {"iuml;", U'ï'},   {"iacute;", U'í'},
    {"ocirc;", U'ô'},     {"ouml;", U'ö'},   {"oacute;", U'ó'}, {"oslash;", U'ø'}, {"ntilde;", U'ñ'},
    {"ugrave;", U'ù'},    {"uacute;", U'ú'}, {"ucirc;", U'û'},  {"uuml;", U'ü'},   {"szlig;", U'ß'},
    {"euro;", U'€'},      {"copy;", U'©'},   {"reg;", U'®'},    {"hellip;", U'…'}, {"ndash;", U'–'},
    {"mdash;", U'—'},     {"lsquo;", U'‘'},  {"rsquo;", U'’'},  {"ldquo;", U'“'},  {"rdquo;", U'”'},
    {"laquo;", U'«'},     {"raquo;", U'»'},
});

/// `#39;` or `#x27;`
HtmlEntity front_number(std::string_view text) {
    const bool hex = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
    const std::size_t begin = hex ? 2 : 1;
    char32_t value = 0;
    std::size_t at = begin;
    for (; at < text.size() && at < begin + 7; ++at) {
        const int digit = base::hex_value(text[at]);
        if (digit < 0 || (!hex && digit > 9)) break;
        value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (at == begin || at >= text.size() || text[at] != ';' || value == 0 || value > 0x10FFFF || surrogate)
        return {};
    return {at + 2, value};
}

}  // namespace

HtmlEntity front_html_entity(std::string_view text) noexcept {
    if (text.size() < 4 || text.front() != '&') return {};
    text.remove_prefix(1);
    if (text.front() == '#') return front_number(text);
    for (const Named& name : names) {
        if (text.starts_with(name.written)) return {name.written.size() + 1, name.meaning};
    }
    return {};
}

}  // namespace hookspect::check
