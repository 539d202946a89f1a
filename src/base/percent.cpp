#include "base/percent.h"

#include "base/hex.h"

namespace hookspect {
namespace {

bool is_escape(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0;
}

}  // namespace

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
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (alphanumeric || std::string_view("/-._~").find(c) != std::string_view::npos) {
            out.push_back(c);
        } else {
            out.append({'%', digits[byte >> 4], digits[byte & 0xF]});
        }
    }
}

std::size_t percent_encoded_offset(std::string_view text, std::size_t decoded) noexcept {
    std::size_t at = 0;
    for (; decoded > 0 && at < text.size(); --decoded) {
        at += text[at] == '%' && is_escape(text, at) ? 3 : 1;
    }
    return at;
}

}  // namespace hookspect
