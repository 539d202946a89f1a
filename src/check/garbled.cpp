#include "check/garbled.h"

#include "base/byte_block.h"
#include "base/hex.h"
#include "base/utf8.h"
#include "check/html_entity.h"
#include "check/misread.h"
#include "check/windows_1252.h"

#include <algorithm>

namespace hookspect::check {
namespace {

using std::string_view;
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

constexpr std::size_t smallest_trace = 3;

/// Whether a trace may begin in the block at `at`. Most texts are settled by this, in any language.
/// `block_size + smallest_trace - 1` bytes must be readable.
bool is_suspicious_block(const char* at) {
    const base::ByteBlock first = base::load_block(at);
    const base::ByteBlock second = base::load_block(at + 1);
    const base::ByteBlock third = base::load_block(at + 2);
    // `Â` to `Å`, `â`, `ï` or `ð`, and a character outside ASCII behind it.
    const base::BlockMask lead = (second - 0x82 < 4) | (second == 0xA2) | (second - 0xAF < 2);
    const base::BlockMask pair = (first == 0xC3) & lead & (third >= 0x80);
    return base::any((first == '%') | (first == '&') | (first == 0xEF) | pair);
}

bool is_suspicious(string_view text, std::size_t at) {
    const auto byte = [text, at](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) == '%' || byte(0) == '&' || byte(0) == 0xEF) return true;
    return byte(0) == 0xC3 && byte(2) >= 0x80;
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
            break;
        default: break;
    }
    return {};
}

std::string without_misreading(string_view text) {
    std::string bytes;
    while (!text.empty()) {
        const base::CodePoint point = base::front_code_point(text);
        const int byte = windows_1252_byte(point.value);
        if (byte < 0) return {};
        bytes.push_back(static_cast<char>(byte));
        text.remove_prefix(point.size);
    }
    return bytes;
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

}  // namespace

Garbled find_garbled(string_view text) noexcept {
    for (std::size_t at = next_suspect(text, 0); at < text.size(); at = next_suspect(text, at + 1)) {
        const Garbled found = front_trace(text, at);
        if (found.kind == none) continue;
        if (found.kind != percent) return found;
        const std::size_t behind = skip_url(text, at);
        if (behind == at) return found;
        at = behind - 1;
    }
    return {};
}

std::string mended(string_view text, Garbled::Kind kind) {
    std::string mend;
    switch (kind) {
        case misread: mend = without_misreading(text); break;
        case percent: mend = without_percent(text); break;
        case entity: mend = without_entities(text); break;
        case lost:
        case none: break;
    }
    return base::first_bad_utf8(mend) == string_view::npos ? mend : std::string{};
}

}  // namespace hookspect::check
