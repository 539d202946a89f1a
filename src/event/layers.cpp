#include "event/layers.h"

#include "base/hex.h"
#include "base/json_text.h"
#include "base/percent.h"
#include "event/structurals.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hookspect::event {
namespace {

/// A piece of an encoded text that is decoded by itself, and the bytes that it gives.
struct Unit {
    std::size_t size = 0;  // of it, bytes; 0: it is not encoded so
    std::array<char, 3> bytes{};
    std::size_t count = 0;                // of `bytes`
    std::array<std::size_t, 3> begins{};  // where in the piece each byte begins
};

Unit one_byte(std::size_t size, char byte) {
    return {.size = size, .bytes = {byte}, .count = 1};
}

std::optional<unsigned> base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
    if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a') + 26;
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0') + 52;
    if (c == '+' || c == '-') return 62;
    if (c == '/' || c == '_') return 63;
    return std::nullopt;
}

/// Four digits; at the end two or three, with `=` or without.
Unit base64_unit(std::string_view text) {
    Unit unit;
    unsigned bits = 0;
    std::size_t digits = 0;
    std::array<std::size_t, 4> places{};
    std::size_t at = 0;
    for (; at < text.size() && digits < 4; ++at) {
        if (base::is_json_blank(text[at])) continue;
        const auto digit = base64_digit(text[at]);
        if (!digit) break;
        bits = bits << 6 | *digit;
        places[digits++] = at;
    }
    if (digits < 4) {
        for (; at < text.size(); ++at) {
            if (text[at] != '=' && !base::is_json_blank(text[at])) return {};
        }
        if (digits == 1) return {};
        bits <<= 6 * (4 - digits);
    }
    unit.size = at;
    unit.count = digits > 0 ? digits - 1 : 0;
    for (std::size_t i = 0; i < unit.count; ++i) {
        unit.bytes[i] = static_cast<char>(bits >> (16 - 8 * i) & 0xFF);
        unit.begins[i] = places[i];
    }
    return unit;
}

/// An escape that is not known stays as it is written: `\u` is for the JSON inside.
Unit hex_escapes_unit(std::string_view text) {
    if (text[0] != '\\' || text.size() < 2) return one_byte(1, text[0]);
    if (text[1] == 'x' && text.size() >= 4) {
        const int high = base::hex_value(text[2]);
        const int low = base::hex_value(text[3]);
        if (high >= 0 && low >= 0) return one_byte(4, static_cast<char>(high * 16 + low));
    }
    constexpr std::string_view escapes = "\\'\"nrtbf";
    constexpr std::string_view meant = "\\'\"\n\r\t\b\f";
    const std::size_t known = escapes.find(text[1]);
    return known == std::string_view::npos ? one_byte(1, text[0]) : one_byte(2, meant[known]);
}

Unit doubled_quotes_unit(std::string_view text) {
    if (text[0] != '"') return one_byte(1, text[0]);
    return text.size() > 1 && text[1] == '"' ? one_byte(2, '"') : Unit{};
}

Unit unit_of(Layer::Kind kind, std::string_view text) {
    if (kind == Layer::Kind::base64) return base64_unit(text);
    return kind == Layer::Kind::hex_escapes ? hex_escapes_unit(text) : doubled_quotes_unit(text);
}

std::size_t offset_by_units(Layer::Kind kind, std::string_view encoded, std::size_t decoded) {
    std::size_t at = 0;
    while (at < encoded.size()) {
        const Unit unit = unit_of(kind, encoded.substr(at));
        if (unit.size == 0) break;
        if (decoded < unit.count) return at + unit.begins[decoded];
        decoded -= unit.count;
        at += unit.size;
    }
    return encoded.size();
}

bool append_by_units(Layer::Kind kind, std::string& out, std::string_view encoded) {
    for (std::size_t at = 0; at < encoded.size();) {
        const Unit unit = unit_of(kind, encoded.substr(at));
        if (unit.size == 0) return false;
        out.append(unit.bytes.data(), unit.count);
        at += unit.size;
    }
    return true;
}

/// Offsets in the decoded text of one layer become offsets in the text outside it.
void map_out(const Layer& layer, std::string_view outside, std::vector<std::size_t>& ascending) {
    const std::string_view encoded = outside.substr(layer.begin, layer.size);
    // Decoding can be taken up again where a unit begins: a group of base64 gives three bytes.
    const std::size_t group = layer.kind == Layer::Kind::base64 ? 3 : 1;
    const bool same_text = layer.kind == Layer::Kind::slice || layer.kind == Layer::Kind::opaque;
    std::size_t at = 0;       // in the encoded text, where a unit begins
    std::size_t reached = 0;  // the same in the decoded text
    std::string stretch;
    for (std::size_t& offset : ascending) {
        if (!same_text) {
            const std::size_t step = (offset - reached) / group * group;
            const std::size_t size = encoded_offset(layer.kind, encoded.substr(at), step);
            stretch.clear();
            // An escape may give several bytes: `offset` may lie within them.
            (void)append_decoded(layer.kind, stretch, encoded.substr(at, size));
            at += size;
            reached += stretch.size();
        }
        offset = layer.begin + at + encoded_offset(layer.kind, encoded.substr(at), offset - reached);
    }
}

}  // namespace

bool append_decoded(Layer::Kind kind, std::string& out, std::string_view encoded) {
    switch (kind) {
        case Layer::Kind::slice:
        case Layer::Kind::opaque: out += encoded; return true;
        case Layer::Kind::json_string:
            if (base::find_escape_fault(encoded).offset != std::string_view::npos) return false;
            base::append_unescaped(out, encoded);
            return true;
        case Layer::Kind::percent: base::append_percent_decoded(out, encoded); return true;
        case Layer::Kind::base64:
        case Layer::Kind::hex_escapes:
        case Layer::Kind::doubled_quotes: return append_by_units(kind, out, encoded);
    }
    return false;
}

std::size_t encoded_offset(Layer::Kind kind, std::string_view encoded, std::size_t decoded) {
    switch (kind) {
        case Layer::Kind::slice: return std::min(decoded, encoded.size());
        case Layer::Kind::json_string: return base::escaped_offset(encoded, decoded);
        case Layer::Kind::percent: return base::percent_encoded_offset(encoded, decoded);
        case Layer::Kind::base64:
        case Layer::Kind::hex_escapes:
        case Layer::Kind::doubled_quotes: return offset_by_units(kind, encoded, decoded);
        case Layer::Kind::opaque: return 0;
    }
    return 0;
}

bool Layers::add(Layer::Kind kind, std::string_view message, std::size_t begin, std::size_t size) {
    Layer layer{kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size)};
    if (kind != Layer::Kind::slice) {
        auto decoded = std::make_shared<std::string>();
        decoded->reserve(size + padding);
        if (!append_decoded(kind, *decoded, text(message).substr(begin, size))) return false;
        decoded->append(padding, '\0');
        layer.decoded = std::move(decoded);
    }
    layers_.push_back(std::move(layer));
    return true;
}

void Layers::add_opaque(std::size_t begin, std::size_t size, std::string text) {
    text.append(padding, '\0');
    layers_.push_back({Layer::Kind::opaque, static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(size),
                       std::make_shared<const std::string>(std::move(text))});
}

/// The text inside the first `count` layers.
std::string_view Layers::text(std::size_t count, std::string_view message) const {
    std::size_t first = count;  // of the slices that end at `count`
    while (first > 0 && !layers_[first - 1].decoded) --first;
    std::string_view text = message;
    if (first > 0) {
        text = *layers_[first - 1].decoded;
        text.remove_suffix(padding);
    }
    for (; first < count; ++first) text = text.substr(layers_[first].begin, layers_[first].size);
    return text;
}

std::vector<std::size_t> Layers::outer_offsets(std::string_view message,
                                               std::vector<std::size_t> ascending) const {
    for (std::size_t i = layers_.size(); i-- > 0;) map_out(layers_[i], text(i, message), ascending);
    return ascending;
}

std::size_t Layers::outer_offset(std::string_view message, std::size_t offset) const {
    return outer_offsets(message, {offset}).front();
}

}  // namespace hookspect::event
