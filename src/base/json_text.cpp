#include "base/json_text.h"

#include "base/byte_block.h"
#include "base/hex.h"
#include "base/hidden.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace hookspect::base {
namespace {

/// The four hexadecimal digits at `at`, or -1.
int unit_at(std::string_view raw, std::size_t at) {
    if (at + 4 > raw.size()) return -1;
    int unit = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        const int digit = hex_value(raw[i]);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

constexpr bool is_high_surrogate(int unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

constexpr bool is_low_surrogate(int unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// The UTF-16 unit of the `\u` escape that begins at `at`, or -1 where none does.
int escaped_unit(std::string_view raw, std::size_t at) {
    if (at + 2 > raw.size() || raw[at] != '\\' || raw[at + 1] != 'u') return -1;
    return unit_at(raw, at + 2);
}

constexpr char simple_escape(char c) {
    switch (c) {
        case '"': return '"';
        case '\\': return '\\';
        case '/': return '/';
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        default: return '\0';
    }
}

struct Escape {
    char32_t value = 0;
    std::size_t size = 0;  // bytes of the escape as written
};

/// The well-formed escape that begins at `at`.
Escape escape_at(std::string_view raw, std::size_t at) {
    if (raw[at + 1] != 'u') return {static_cast<unsigned char>(simple_escape(raw[at + 1])), 2};
    const int high = escaped_unit(raw, at);
    if (!is_high_surrogate(high)) return {static_cast<char32_t>(high), 6};
    const int low = escaped_unit(raw, at + 6);
    return {
        0x10000U + ((static_cast<char32_t>(high) - 0xD800U) << 10) + (static_cast<char32_t>(low) - 0xDC00U),
        12};
}

void append_unit(std::string& out, std::uint32_t unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) out.push_back(digits[(unit >> shift) & 0xF]);
}

/// Appends the escape of a character: `\u202e`, beyond the BMP a pair of surrogates.
void append_escape(std::string& out, char32_t point) {
    if (point < 0x10000) return append_unit(out, point);
    append_unit(out, 0xD800 + ((point - 0x10000) >> 10));
    append_unit(out, 0xDC00 + (point & 0x3FF));
}

/// What a byte of ASCII is written as where it does not stand for itself.
struct WrittenEscape {
    std::array<char, longest_json_escape> text{};
    std::uint8_t size = 0;  // 0: it stands for itself
};

constexpr auto written_escapes = [] {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<WrittenEscape, 0x80> table{};
    for (std::size_t c = 0; c < ' '; ++c)
        table[c] = {{'\\', 'u', '0', '0', digits[c >> 4], digits[c & 0xF]}, 6};
    for (const char letter : std::string_view("\"\\bfnrt")) {
        table[static_cast<unsigned char>(simple_escape(letter))] = {{'\\', letter}, 2};
    }
    return table;
}();

constexpr std::size_t utf8_size(char32_t value) {
    if (value < 0x80) return 1;
    if (value < 0x800) return 2;
    return value < 0x10000 ? 3 : 4;
}

}  // namespace

std::size_t plain_json_size(std::string_view text) noexcept {
    return run_before(text, [](auto c) { return (c < ' ') | (c >= 0x80) | (c == '"') | (c == '\\'); });
}

void append_unescaped(std::string& out, std::string_view raw) {
    for (;;) {
        const std::size_t plain = raw.find('\\');
        out.append(raw.substr(0, plain));
        if (plain == std::string_view::npos) return;
        const Escape escape = escape_at(raw, plain);
        append_utf8(out, escape.value);
        raw.remove_prefix(plain + escape.size);
    }
}

void append_json_characters(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = plain_json_size(text);
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const CodePoint point = front_code_point(text);
        if (!point.valid) {
            append_utf8(out, point.value);
        } else if (point.size > 1) {
            out.append(text.substr(0, point.size));
        } else {
            const WrittenEscape& escape = written_escapes[point.value];
            out.append(escape.text.data(), escape.size);
        }
        text.remove_prefix(point.size);
    }
}

char* write_json_characters(char* out, std::string_view text) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const ByteBlock block = load_block(at);
        std::memcpy(out, &block, block_size);
        const std::size_t plain = bytes_before((block < ' ') | (block == '"') | (block == '\\'));
        if (plain >= static_cast<std::size_t>(end - at)) return out + (end - at);
        at += plain;
        out += plain;
        if (plain == block_size) continue;
        const WrittenEscape& escape = written_escapes[static_cast<unsigned char>(*at++)];
        std::memcpy(out, escape.text.data(), escape.text.size());
        out += escape.size;
    }
    return out;
}

void append_json_compact(std::string& out, std::string_view json) {
    while (!json.empty()) {
        const std::size_t plain = json.find_first_of("\" \t\r\n");
        out.append(json.substr(0, plain));
        if (plain == std::string_view::npos) return;
        json.remove_prefix(plain);
        if (json.front() != '"') {
            json.remove_prefix(1);
            continue;
        }
        std::size_t end = 1;
        while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
        out.append(json.substr(0, end + 1));
        json.remove_prefix(std::min(end + 1, json.size()));
    }
}

void append_visible_json(std::string& out, std::string_view json) {
    while (!json.empty()) {
        const CodePoint point = front_code_point(json);
        if (json.front() == '\t' || json.front() == '\r') {
            out.push_back(' ');
        } else if (json.front() != '\n' && (!point.valid || is_hidden(point.value))) {
            append_escape(out, point.value);
        } else {
            out.append(json.substr(0, point.size));
        }
        json.remove_prefix(point.size);
    }
}

void append_json_string(std::string& out, std::string_view text) {
    out.push_back('"');
    append_json_characters(out, text);
    out.push_back('"');
}

void append_visible_json_string(std::string& out, std::string_view text) {
    std::string json;
    append_json_string(json, text);
    append_visible_json(out, json);
}

EscapeFault find_escape_fault(std::string_view raw) noexcept {
    for (std::size_t at = raw.find('\\'); at != std::string_view::npos; at = raw.find('\\', at)) {
        if (at + 1 == raw.size()) return {at, false};
        if (raw[at + 1] != 'u') {
            if (simple_escape(raw[at + 1]) == '\0') return {at, false};
            at += 2;
            continue;
        }
        const int unit = escaped_unit(raw, at);
        if (unit < 0) return {at, false};
        if (is_low_surrogate(unit)) return {at, true};
        if (is_high_surrogate(unit)) {
            if (!is_low_surrogate(escaped_unit(raw, at + 6))) return {at, true};
            at += 6;
        }
        at += 6;
    }
    return {};
}

std::size_t escaped_offset(std::string_view raw, std::size_t decoded) noexcept {
    std::size_t at = 0;
    std::size_t produced = 0;
    while (at < raw.size()) {
        const bool escaped = raw[at] == '\\';
        const Escape escape = escaped ? escape_at(raw, at) : Escape{0, 1};
        produced += escaped ? utf8_size(escape.value) : 1;
        if (produced > decoded) return at;
        at += escape.size;
    }
    return at;
}

}  // namespace hookspect::base
