#include "event/form_fields.h"

#include "base/hex.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "event/form_key.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace hookspect {
namespace {

using Bytes = std::uint64_t;

constexpr Bytes repeated(unsigned char byte) {
    return ~Bytes{0} / 0xFF * byte;
}
constexpr Bytes high_bits = repeated(0x80);

/// Not zero where a byte of `bytes` is `byte`; other bytes may be marked too, but only beside one that is.
constexpr Bytes bytes_equal(Bytes bytes, unsigned char byte) {
    const Bytes difference = bytes ^ repeated(byte);
    return (difference - repeated(0x01)) & ~difference & high_bits;
}

constexpr auto hex_values = [] {
    std::array<std::int8_t, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<std::int8_t>(hex_value(static_cast<char>(i)));
    }
    return values;
}();

int hex_at(const char* at) {
    return hex_values[static_cast<unsigned char>(*at)];
}

struct Decoded {
    bool well_formed = true;  // every `%` had its two digits
    bool ascii = true;        // false may be wrong
};

/// Copies what stands before the next `%` or `+`, or eight bytes, or what is left of `text`; tells how much.
/// Eight bytes are copied at once where that many can be read before `readable`.
std::size_t copy_plain(std::string_view text, const char* readable, char* out, unsigned char& seen) {
    std::size_t plain = 0;
    if (std::endian::native == std::endian::little && readable - text.data() >= 8) {
        Bytes bytes = 0;
        std::memcpy(&bytes, text.data(), 8);
        std::memcpy(out, &bytes, 8);
        if ((bytes & high_bits) != 0) seen = 0x80;
        const Bytes marks = bytes_equal(bytes, '%') | bytes_equal(bytes, '+');
        // The lowest mark is always right, and that is the first byte.
        plain = static_cast<std::size_t>(std::countr_zero(marks)) / 8;
        return std::min(plain, text.size());
    }
    for (; plain < text.size() && plain < 8 && text[plain] != '%' && text[plain] != '+'; ++plain) {
        out[plain] = text[plain];
        seen |= static_cast<unsigned char>(text[plain]);
    }
    return plain;
}

/// append_percent_decoded into memory that is known to suffice; `out` is moved behind what was written. Up to
/// eight bytes behind that are overwritten too.
Decoded decode(std::string_view text, const char* readable, char*& out) {
    const char* at = text.data();
    const char* const end = at + text.size();
    char* to = out;
    bool well_formed = true;
    unsigned char seen = 0;  // its highest bit: some byte is not ASCII, in `text` or close behind
    while (at != end) {
        const std::size_t plain = copy_plain({at, static_cast<std::size_t>(end - at)}, readable, to, seen);
        at += plain;
        to += plain;
        for (; at != end && *at == '%'; ++to) {
            const int byte = end - at > 2 ? hex_at(at + 1) * 16 | hex_at(at + 2) : -1;
            well_formed &= byte >= 0;
            *to = byte >= 0 ? static_cast<char>(byte) : '%';
            seen |= static_cast<unsigned char>(*to);
            at += byte >= 0 ? 3 : 1;
        }
        if (at != end && *at == '+') {
            *to++ = ' ';
            ++at;
        }
    }
    out = to;
    return {well_formed, seen < 0x80};
}

/// Offset of the first byte that is not UTF-8 in what was decoded, or npos.
std::size_t first_bad(const Decoded& decoded, std::string_view text) {
    return decoded.ascii ? std::string_view::npos : first_bad_utf8(text);
}

}  // namespace

FormFieldsFault FormFields::split(std::string_view body, std::size_t limit, FormText& text) {
    list.clear();
    brackets = false;
    text.reset(body.size());
    for (std::size_t begin = 0; begin < body.size();) {
        const void* ampersand = std::memchr(body.data() + begin, '&', body.size() - begin);
        const std::size_t end =
            ampersand == nullptr
                ? body.size()
                : static_cast<std::size_t>(static_cast<const char*>(ampersand) - body.data());
        if (end != begin && body[begin] != '=') {
            if (list.size() == limit) return {FormFieldsFault::Kind::too_many, begin, 0};
            const FormFieldsFault fault = add(body, begin, end, text);
            if (fault.kind != FormFieldsFault::Kind::none) return fault;
        }
        begin = end + 1;
    }
    return {};
}

FormFieldsFault FormFields::add(std::string_view body, std::size_t begin, std::size_t end, FormText& text) {
    const std::string_view written = body.substr(begin, end - begin);
    const FormKeyEnd key_end = find_form_key_end(written);
    const std::string_view key = written.substr(0, key_end.size);
    const std::size_t value_at = std::min(key_end.size + 1, written.size());
    const std::string_view value = written.substr(value_at);
    brackets |= key_end.brackets;

    FormField& field = list.emplace_back();
    const char* const readable = body.data() + body.size();
    char* out = text.end();
    field.key = text.size();
    field.key_place = static_cast<std::uint32_t>(begin);
    const Decoded key_decoded = decode(key, readable, out);
    text.set_end(out);
    field.key_size = text.size() - field.key;
    field.key_fault = key_end.unclosed || !key_decoded.well_formed;

    field.value = text.size();
    field.value_place = static_cast<std::uint32_t>(begin + value_at);
    const Decoded value_decoded = decode(value, readable, out);
    text.set_end(out);
    field.value_size = text.size() - field.value;
    field.value_fault = !value_decoded.well_formed;

    using enum FormFieldsFault::Kind;
    if (const std::size_t bad = first_bad(key_decoded, field.key_in(text)); bad != std::string_view::npos) {
        return {key_utf8, begin + percent_encoded_offset(key, bad), bad};
    }
    if (const std::size_t bad = first_bad(value_decoded, field.value_in(text));
        bad != std::string_view::npos) {
        return {value_utf8, field.value_place + percent_encoded_offset(value, bad), bad};
    }
    return {};
}

}  // namespace hookspect
