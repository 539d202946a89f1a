#include "check/garbled.h"

#include "base/ascii.h"
#include "base/byte_block.h"
#include "base/hex.h"
#include "base/utf8.h"
#include "base/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace hookspect::check {
namespace {

using std::string_view;
using std::u32string_view;

/// What Windows-1252 has at 80 to 9F (WHATWG Encoding), where Latin-1 has control characters.
constexpr std::array<char32_t, 32> windows_1252_high{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// The byte that a program which reads Windows-1252 or Latin-1 shows as this character, or -1.
constexpr int windows_1252_byte(char32_t character) noexcept {
    if (character < 0x100) return static_cast<int>(character);
    for (std::size_t i = 0; i < windows_1252_high.size(); ++i) {
        if (windows_1252_high[i] == character) return static_cast<int>(0x80 + i);
    }
    return -1;
}

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

/// Bytes of the character at `at` and those after it if they show UTF-8 that was read as Windows-1252 or
/// Latin-1
/// (`Ã©`, `â€™`, `Å‚`), else 0. `at` is the start of a character.
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

/// An HTML character reference of those that escaping programs write: `&amp;`, `&#39;`, `&eacute;`.
struct HtmlEntity {
    std::size_t size = 0;  // bytes as written; 0: not one
    char32_t meaning = 0;
};

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

/// The one at the front of `text`. Not any `&name;`, since `rock&roll;` is healthy text.
HtmlEntity front_html_entity(std::string_view text) noexcept {
    if (text.size() < 4 || text.front() != '&') return {};
    text.remove_prefix(1);
    if (text.front() == '#') return front_number(text);
    for (const Named& name : names) {
        if (text.starts_with(name.written)) return {name.written.size() + 1, name.meaning};
    }
    return {};
}

using enum Garbled::Kind;

constexpr string_view blanks = " \t\r\n";

/// The byte of the percent-escape at `at`, or -1.
int escaped_byte(string_view text, std::size_t at) {
    if (at + 2 >= text.size() || text[at] != '%') return -1;
    const int high = base::hex_value(text[at + 1]);
    const int low = base::hex_value(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// Two escapes in a row that begin a character outside ASCII: `%C3%A9`. One alone may be healthy: `a 50%DE
/// share`.
bool is_escaped_character(string_view text, std::size_t at) {
    const int lead = escaped_byte(text, at);
    const int second = escaped_byte(text, at + 3);
    return lead >= 0xC2 && lead <= 0xF4 && second >= 0x80 && second <= 0xBF;
}

/// One past the word around `at` when that is a URL, where escapes belong; else `at`.
std::size_t skip_url(string_view text, std::size_t at) {
    const std::size_t blank = text.substr(0, at).find_last_of(blanks);
    const std::size_t begin = blank == string_view::npos ? 0 : blank + 1;
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    const string_view word = text.substr(begin, end - begin);
    const bool url = word.find("://") != string_view::npos || word.find("www.") != string_view::npos;
    return url ? end : at;
}

/// What code page 437 shows at 80 to FF. Code page 850 differs in the places of `oem_850`.
constexpr std::u32string_view oem_437 =
    U"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    U"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";
constexpr std::u32string_view oem_850 =
    U"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
    U"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";
static_assert(oem_437.size() == 128 && oem_850.size() == 128);

/// The byte that a program which reads this code page shows as a character, or -1.
constexpr int oem_byte(char32_t character, std::u32string_view page) noexcept {
    if (character < 0x80) return static_cast<int>(character);
    const std::size_t at = page.find(character);
    return at == page.npos ? -1 : static_cast<int>(0x80 + at);
}

constexpr bool is_oem_continuation(char32_t character) noexcept {
    const int old = oem_byte(character, oem_437);
    const int later = oem_byte(character, oem_850);
    return (old >= 0x80 && old <= 0xBF) || (later >= 0x80 && later <= 0xBF);
}

constexpr bool is_box_drawing(char32_t character) noexcept {
    return character >= 0x2500 && character <= 0x259F;
}

/// Bytes of the character at `at` and the one after it if they show UTF-8 that was read as code page 437 or
/// 850
/// (`├®`, `ÔÇÖ`, `≡ƒ`), else 0.
std::size_t oem_size(string_view text, std::size_t at) noexcept {
    const base::CodePoint lead = base::front_code_point(text.substr(at));
    const std::size_t next = at + lead.size;
    if (next >= text.size()) return 0;
    const base::CodePoint trail = base::front_code_point(text.substr(next));
    if (!is_oem_continuation(trail.value)) return 0;
    const std::size_t size = lead.size + trail.size;
    const std::size_t after = at + size;
    const char32_t third = after < text.size() ? base::front_code_point(text.substr(after)).value : nothing;
    switch (lead.value) {
        case U'┬':
        case U'├':
        case U'─':
        case U'┼': {
            // Boxes that somebody draws have no letter beside them.
            const char32_t before = character_before(text, at);
            const bool letter =
                is_small(before) || is_capital(before) || is_small(third) || is_capital(third);
            return !is_box_drawing(trail.value) || letter ? size : 0;
        }
        case U'Γ':
        case U'Ô': return third >= 0x80 && is_oem_continuation(third) ? size : 0;
        case U'≡': return trail.value == U'ƒ' ? size : 0;
        default: return 0;
    }
}

constexpr std::size_t smallest_trace = 3;

/// Whether a trace may begin in the block at `at`. Most texts are settled by this, in any language.
/// `block_size + smallest_trace - 1` bytes must be readable.
bool is_suspicious_block(const char* at) {
    const base::ByteBlock first = base::load_block(at);
    const base::ByteBlock second = base::load_block(at + 1);
    const base::ByteBlock third = base::load_block(at + 2);
    // `Â` to `Å`, `Ô`, `â`, `ï` or `ð`, and a character outside ASCII after it.
    const base::BlockMask lead =
        (second - 0x82 < 4) | (second == 0x94) | (second == 0xA2) | (second - 0xAF < 2);
    const base::BlockMask pair = (first == 0xC3) & lead & (third >= 0x80);
    // `┬`, `├`, `─`, `┼`; `≡`; `Γ`
    const base::BlockMask oem = ((first == 0xE2) & ((second == 0x94) | (second == 0x89))) |
                                ((first == 0xCE) & (second == 0x93) & (third >= 0x80));
    return base::any((first == '%') | (first == '&') | (first == 0xEF) | pair | oem);
}

bool is_suspicious(string_view text, std::size_t at) {
    const auto byte = [text, at](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) == '%' || byte(0) == '&' || byte(0) == 0xEF) return true;
    if (byte(0) == 0xE2) return byte(1) == 0x94 || byte(1) == 0x89;
    return (byte(0) == 0xC3 || byte(0) == 0xCE) && byte(2) >= 0x80;
}

/// The first place from `at` on where a trace may begin, or the end.
std::size_t next_suspect(string_view text, std::size_t at) {
    constexpr std::size_t reach = base::block_size + smallest_trace - 1;
    while (at + reach <= text.size() && !is_suspicious_block(text.data() + at)) at += base::block_size;
    const bool rest = at + reach > text.size();
    if (rest && text.size() >= reach && !is_suspicious_block(text.data() + text.size() - reach))
        return text.size();
    for (; at + smallest_trace <= text.size(); ++at) {
        if (is_suspicious(text, at)) return at;
    }
    return text.size();
}

Garbled front_trace(string_view text, std::size_t at) {
    switch (static_cast<unsigned char>(text[at])) {
        case '%':
            if (is_escaped_character(text, at)) return {percent, at, 6};
            break;
        case '&':
            if (const std::size_t size = front_html_entity(text.substr(at)).size; size > 0)
                return {entity, at, size};
            break;
        case 0xEF:
            if (text.substr(at, 3) == "\xEF\xBF\xBD") return {lost, at, 3};
            break;
        case 0xC3:
            if (const std::size_t size = misread_size(text, at); size > 0) return {misread, at, size};
            [[fallthrough]];
        case 0xCE:
        case 0xE2:
            if (const std::size_t size = oem_size(text, at); size > 0) return {misread_oem, at, size};
            break;
        default: break;
    }
    return {};
}

/// The text as UTF-8 where each character of it is the byte that `byte_of` gives; empty where that is not
/// UTF-8. What is not a byte stays as it is: only a part of a text may have been misread.
template <typename ByteOf>
std::string reread(string_view text, const ByteOf& byte_of) {
    std::string out;
    while (!text.empty()) {
        // One character of UTF-8, from the bytes that the next characters are.
        std::string bytes;
        std::size_t taken = 0;
        for (string_view rest = text; !rest.empty() && bytes.size() < 4;) {
            const base::CodePoint point = base::front_code_point(rest);
            const int byte = byte_of(point.value);
            if (byte < 0x80) break;
            bytes.push_back(static_cast<char>(byte));
            taken += point.size;
            rest.remove_prefix(point.size);
            if (bytes.size() > 1 && base::first_bad_utf8(bytes) == string_view::npos) break;
        }
        if (bytes.size() > 1 && base::first_bad_utf8(bytes) == string_view::npos) {
            out += bytes;
        } else {
            taken = base::front_code_point(text).size;
            out += text.substr(0, taken);
        }
        text.remove_prefix(taken);
    }
    return out;
}

std::string without_percent(string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = escaped_byte(text, at);
        bytes.push_back(byte < 0 ? text[at] : static_cast<char>(byte));
        if (byte >= 0) at += 2;
    }
    return bytes;
}

std::string without_entities(string_view text) {
    std::string out;
    while (!text.empty()) {
        const HtmlEntity found = front_html_entity(text);
        if (found.size == 0) {
            out.push_back(text.front());
            text.remove_prefix(1);
        } else {
            base::append_utf8(out, found.meaning);
            text.remove_prefix(found.size);
        }
    }
    return out;
}

/// Text with the step undone that left this trace, or as it is.
std::string undone(string_view text, Garbled::Kind kind) {
    switch (kind) {
        case misread: return reread(text, windows_1252_byte);
        case misread_oem: {
            const auto later = [](char32_t character) { return oem_byte(character, oem_850); };
            const auto old = [](char32_t character) { return oem_byte(character, oem_437); };
            std::string text_850 = reread(text, later);
            if (find_garbled(text_850).kind != misread_oem) return text_850;
            return reread(text, old);
        }
        case percent: return without_percent(text);
        case entity: return without_entities(text);
        case lost:
        case none: break;
    }
    return std::string(text);
}

/// `<b>`, `</p>`, `<br/>`: then `&amp;` is as it must be.
bool has_tags(string_view text) {
    const std::size_t last = text.rfind('>');
    if (last == string_view::npos) return false;
    for (std::size_t at = text.find('<'); at < last; at = text.find('<', at + 1)) {
        const std::size_t name = at + (text.substr(at + 1).starts_with('/') ? 2 : 1);
        if (base::is_letter(text[name])) return true;
    }
    return false;
}

string_view expected_text(Garbled::Kind kind) {
    switch (kind) {
        case misread:
        case misread_oem: return "text that was decoded as UTF-8";
        case lost: return "text without undecodable bytes";
        case percent: return "text without percent-escapes";
        case entity: return "text without HTML escapes";
        case none: break;
    }
    return {};
}

}  // namespace

Garbled find_garbled(string_view text, bool escapes) noexcept {
    std::optional<bool> entities;  // whether they are traces here
    for (std::size_t at = next_suspect(text, 0); at < text.size(); at = next_suspect(text, at + 1)) {
        const Garbled found = front_trace(text, at);
        if (found.kind == none) continue;
        if (found.kind == entity) {
            if (!entities) entities = escapes && !has_tags(text);
            if (!*entities) continue;
        }
        if (found.kind != percent) return found;
        if (!escapes) continue;
        const std::size_t after = skip_url(text, at);
        if (after == at) return found;
        at = after - 1;
    }
    return {};
}

std::string mended(string_view text) {
    constexpr int most_layers = 8;
    std::string mend(text);
    for (int layer = 0; layer < most_layers; ++layer) {
        const Garbled found = find_garbled(mend);
        if (found.kind == none) return layer == 0 ? std::string{} : mend;
        std::string next = undone(mend, found.kind);
        if (next == mend || base::first_bad_utf8(next) != string_view::npos) return {};
        mend = std::move(next);
    }
    return {};
}

void check_legible(Context& context, event::SlotIndex slot, bool escapes) {
    const string_view text = context.text(context.event[slot]);
    const Garbled found = find_garbled(text, escapes);
    if (found.kind == none) return;
    const string_view trace = text.substr(found.at, found.size);
    context.tell({.rule = schema::Rule::garbled_text,
                  .slot = slot,
                  .message = found.kind == lost ? "contains U+FFFD, where a character was lost"
                                                : fmt::format("contains {}", base::quoted(trace)),
                  .expected = std::string(expected_text(found.kind)),
                  .hint = base::did_you_mean_text(mended(text))});
}

}  // namespace hookspect::check
