#include "event/form_fields.h"

#include "base/byte_block.h"
#include "base/hex.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "event/form_key.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace hookspect::event {
namespace {

constexpr auto hex_values = [] {
    std::array<std::int8_t, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<std::int8_t>(base::hex_value(static_cast<char>(i)));
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

/// Whether any byte of the block is not ASCII.
bool beyond_ascii(base::ByteBlock block) {
    return base::any(block >= 0x80);
}

/// Copies what stands before the next `%`, `+` or `&`, or a block, or what is left up to `end`; tells how
/// much. A block is copied at once where that many can be read before `readable`.
std::size_t copy_plain(const char* at, const char* end, const char* readable, char* out,
                       base::ByteBlock& seen) {
    const auto left = static_cast<std::size_t>(end - at);
    if (static_cast<std::size_t>(readable - at) >= base::block_size) {
        const base::ByteBlock block = base::load_block(at);
        std::memcpy(out, &block, base::block_size);
        seen |= block;
        return std::min(left, base::bytes_before((block == '%') | (block == '+') | (block == '&')));
    }
    std::size_t plain = 0;
    for (; plain < left && at[plain] != '%' && at[plain] != '+' && at[plain] != '&'; ++plain) {
        out[plain] = at[plain];
        seen[0] |= static_cast<unsigned char>(at[plain]);
    }
    return plain;
}

/// append_percent_decoded of what stands before `end` or the next `&`, into memory that is known to suffice.
/// `at` and `out` are moved behind what was read and written. Up to a block behind that is overwritten too.
Decoded decode(const char*& at, const char* end, const char* readable, char*& out) {
    const char* from = at;
    char* to = out;
    bool well_formed = true;
    base::ByteBlock seen{};  // bytes of the text, and maybe of what stands close behind
    unsigned char escaped = 0;
    while (from != end) {
        const std::size_t plain = copy_plain(from, end, readable, to, seen);
        from += plain;
        to += plain;
        for (; from != end && *from == '%'; ++to) {
            const int byte = end - from > 2 ? hex_at(from + 1) * 16 | hex_at(from + 2) : -1;
            well_formed &= byte >= 0;
            *to = byte >= 0 ? static_cast<char>(byte) : '%';
            escaped |= static_cast<unsigned char>(*to);
            from += byte >= 0 ? 3 : 1;
        }
        if (from == end || *from == '&') break;
        if (*from == '+') {
            *to++ = ' ';
            ++from;
        }
    }
    at = from;
    out = to;
    return {well_formed, escaped < 0x80 && !beyond_ascii(seen)};
}

/// Offset of the first byte that is not UTF-8 in what was decoded, or npos.
std::size_t first_bad(const Decoded& decoded, std::string_view text) {
    return decoded.ascii ? std::string_view::npos : base::first_bad_utf8(text);
}

}  // namespace

FormFieldsFault FormFields::split(std::string_view body, std::size_t limit, FormKeys& keys, FormText& text) {
    using enum FormFieldsFault::Kind;
    list.clear();
    brackets = false;
    faults = false;
    text.reset(body.size());
    FormKeys::Id known = 0;
    for (std::size_t begin = 0; begin < body.size(); ++begin) {
        if (body[begin] == '&') continue;
        if (body[begin] == '=') {
            begin = std::min(body.find('&', begin), body.size());
            continue;
        }
        if (list.size() == limit) return {too_many, begin, 0};
        known = keys.find(body.substr(begin), known);
        if (known != 0) {
            add_known_key(begin, keys, known, text);
        } else if (const FormFieldsFault fault = add_key(body, begin, text); fault.kind != none) {
            return fault;
        }
        if (const FormFieldsFault fault = add_value(body, text, begin); fault.kind != none) return fault;
    }
    return {};
}

void FormFields::add_known_key(std::size_t begin, const FormKeys& keys, FormKeys::Id known, FormText& text) {
    FormField& field = list.emplace_back();
    field.known = known;
    field.key_place = static_cast<std::uint32_t>(begin);
    field.value_place = static_cast<std::uint32_t>(begin + keys.written_size(known) + 1);
    const std::string_view key = keys.text(known);
    field.key = text.size();
    field.key_size = static_cast<std::uint32_t>(key.size());
    text.set_end(std::copy(key.begin(), key.end(), text.end()));
    brackets |= keys.has_brackets(known);
}

FormFieldsFault FormFields::add_key(std::string_view body, std::size_t begin, FormText& text) {
    const std::string_view written = body.substr(begin, body.find('&', begin) - begin);
    const FormKeyEnd key_end = find_form_key_end(written);
    brackets |= key_end.brackets;

    FormField& field = list.emplace_back();
    field.key = text.size();
    field.key_place = static_cast<std::uint32_t>(begin);
    field.value_place = static_cast<std::uint32_t>(begin + std::min(key_end.size + 1, written.size()));
    const char* at = written.data();
    char* out = text.end();
    const Decoded decoded = decode(at, at + key_end.size, body.data() + body.size(), out);
    text.set_end(out);
    field.key_size = text.size() - field.key;
    field.key_fault = key_end.unclosed || !decoded.well_formed;
    const std::string_view key = field.key_in(text);
    const bool may_be_dotted = !key_end.brackets && key.find('.') != std::string_view::npos;
    field.lasting = key_end.size < written.size() && !field.key_fault && !may_be_dotted;
    faults |= field.key_fault;
    const std::size_t bad = first_bad(decoded, key);
    if (bad == std::string_view::npos) return {};
    return {FormFieldsFault::Kind::key_utf8,
            begin + base::percent_encoded_offset(written.substr(0, key_end.size), bad), bad};
}

/// Of the last field; `end` becomes its end.
FormFieldsFault FormFields::add_value(std::string_view body, FormText& text, std::size_t& end) {
    FormField& field = list.back();
    const char* const begin = body.data() + field.value_place;
    const char* const body_end = body.data() + body.size();
    const char* at = begin;
    char* out = text.end();
    field.value = text.size();
    const Decoded decoded = decode(at, body_end, body_end, out);
    text.set_end(out);
    field.value_size = text.size() - field.value;
    field.value_fault = !decoded.well_formed;
    faults |= field.value_fault;
    end = static_cast<std::size_t>(at - body.data());
    const std::size_t bad = first_bad(decoded, field.value_in(text));
    if (bad == std::string_view::npos) return {};
    const std::string_view written(begin, static_cast<std::size_t>(at - begin));
    return {FormFieldsFault::Kind::value_utf8, field.value_place + base::percent_encoded_offset(written, bad),
            bad};
}

}  // namespace hookspect::event
