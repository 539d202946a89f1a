#include "base/utf8.h"

#include "base/byte_block.h"

#include <algorithm>
#include <array>

namespace hookspect::base {
namespace {

constexpr bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/// Bytes of the sequence that `lead` begins, 0 for a byte that begins none.
constexpr std::uint8_t sequence_size(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

/// The second byte is what tells overlong forms, surrogates and values past U+10FFFF (RFC 3629, section 4).
constexpr bool is_second(unsigned char lead, unsigned char second) {
    switch (lead) {
        case 0xE0: return second >= 0xA0 && second <= 0xBF;
        case 0xED: return second >= 0x80 && second <= 0x9F;
        case 0xF0: return second >= 0x90 && second <= 0xBF;
        case 0xF4: return second >= 0x80 && second <= 0x8F;
        default: return is_continuation(second);
    }
}

/// White space and line ends of ECMAScript.
constexpr bool is_white_space(char32_t c) {
    const bool ascii = c == ' ' || (c >= 0x09 && c <= 0x0D);
    const bool other = c == 0xA0 || c == 0x1680 || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F;
    return ascii || other || c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200A);
}

}  // namespace

std::size_t ascii_size(std::string_view text) noexcept {
    return run_before(text, [](auto c) { return c >= 0x80; });
}

CodePoint front_code_point(std::string_view text) noexcept {
    constexpr CodePoint bad{0xFFFD, 1, false};
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    const std::uint8_t size = sequence_size(lead);
    if (size == 0 || size > text.size()) return bad;
    if (size == 1) return {lead, 1, true};
    if (!is_second(lead, byte(1))) return bad;
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_continuation(byte(i))) return bad;
        value = (value << 6) | (byte(i) & 0x3FU);
    }
    return {value, size, true};
}

std::size_t first_bad_utf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while ((at += ascii_size(text.substr(at))) < text.size()) {
        const CodePoint point = front_code_point(text.substr(at));
        if (!point.valid) return at;
        at += point.size;
    }
    return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) noexcept {
    std::size_t count = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t run = ascii_size(text.substr(at));
        count += run;
        at += run;
        if (at == text.size()) break;
        at += front_code_point(text.substr(at)).size;
        ++count;
    }
    return count;
}

bool is_blank(std::string_view text) noexcept {
    while (!text.empty()) {
        const CodePoint point = front_code_point(text);
        if (!point.valid || !is_white_space(point.value)) return false;
        text.remove_prefix(point.size);
    }
    return true;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

}  // namespace hookspect::base
