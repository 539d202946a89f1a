#include "base/percent.h"

#include "base/hex.h"

#include <array>
#include <cstdint>

namespace hookspect::base {
namespace {

bool is_escape(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0;
}

/// What a byte is written as, and how many characters that is.
struct Encoded {
    std::array<char, 3> text{};
    std::uint8_t size = 0;
};

constexpr bool is_unreserved(unsigned char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

constexpr auto encoded_bytes = [] {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::array<Encoded, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        if (is_unreserved(static_cast<unsigned char>(c))) {
            table[c] = {{static_cast<char>(c)}, 1};
        } else {
            table[c] = {{'%', digits[c >> 4], digits[c & 0xF]}, 3};
        }
    }
    return table;
}();

}  // namespace

void append_percent_encoded(std::string& out, std::string_view text) {
    const auto encoded_of = [](char c) -> const Encoded& {
        return encoded_bytes[static_cast<unsigned char>(c)];
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t end = at;
        while (end < text.size() && encoded_of(text[end]).size == 1) ++end;
        out.append(text.substr(at, end - at));
        if (end < text.size()) out.append(encoded_of(text[end]).text.data(), 3);
        at = end;
    }
}

bool append_percent_decoded(std::string& out, std::string_view text) {
    bool well_formed = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t plain = text.find_first_of("%+", at);
        out.append(text.substr(at, plain - at));
        if (plain == std::string_view::npos) break;
        at = plain + 1;
        if (text[plain] == '+') {
            out.push_back(' ');
        } else if (is_escape(text, plain)) {
            out.push_back(static_cast<char>(hex_value(text[plain + 1]) * 16 + hex_value(text[plain + 2])));
            at = plain + 3;
        } else {
            out.push_back('%');
            well_formed = false;
        }
    }
    return well_formed;
}

void append_uri_path(std::string& out, std::string_view path) {
    for (;;) {
        const std::size_t slash = path.find('/');
        append_percent_encoded(out, path.substr(0, slash));
        if (slash == std::string_view::npos) return;
        out.push_back('/');
        path.remove_prefix(slash + 1);
    }
}

std::size_t percent_encoded_offset(std::string_view text, std::size_t decoded) noexcept {
    std::size_t at = 0;
    for (; decoded > 0 && at < text.size(); --decoded) {
        at += text[at] == '%' && is_escape(text, at) ? 3 : 1;
    }
    return at;
}

}  // namespace hookspect::base
