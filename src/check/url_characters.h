#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hookspect::check {

/// Where an ASCII character may stand in a URL unescaped (RFC 3986, appendix A).
enum UrlCharacter : std::uint8_t {
    url_scheme = 1,  // behind the first letter
    url_user = 2,
    url_host = 4,  // a name or IPv4 address
    url_path = 8,
    url_query = 16,          // of fragments too
    url_never_in_host = 32,  // browsers refuse the whole URL (WHATWG URL, forbidden domain code points)
};

inline constexpr auto url_characters = [] {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    constexpr std::string_view digits = "0123456789";
    std::array<std::uint8_t, 256> table{};
    const auto allow = [&table](std::string_view characters, unsigned where) {
        for (const char c : characters) {
            auto& entry = table[static_cast<unsigned char>(c)];
            entry = static_cast<std::uint8_t>(entry | where);
        }
    };
    allow(letters, url_scheme | url_user | url_host | url_path | url_query);
    allow(digits, url_scheme | url_user | url_host | url_path | url_query);
    allow("+-.", url_scheme);
    allow("-._~", url_user | url_host | url_path | url_query);         // unreserved
    allow("!$&'()*+,;=", url_user | url_host | url_path | url_query);  // sub-delims
    allow(":", url_user | url_path | url_query);
    allow("@/", url_path | url_query);
    allow("?", url_query);
    allow(" #/:<>?@[\\]^|%\x7F", url_never_in_host);
    for (std::size_t control = 0; control < 0x20; ++control) table[control] = url_never_in_host;
    return table;
}();

[[nodiscard]] constexpr bool is_url_character(char c, UrlCharacter where) noexcept {
    return (url_characters[static_cast<unsigned char>(c)] & where) != 0;
}

}  // namespace hookspect::check
