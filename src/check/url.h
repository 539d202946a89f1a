#pragma once

#include "check/context.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hookspect::check {

/// Why a text is not a URL.
enum class UrlFault : std::uint8_t {
    none,
    colon,    // a `:` in the first segment of what is not absolute: `1http://example.com`
    scheme,   // neither http nor https
    slashes,  // no `//` after the scheme
    host,     // empty, or not a host name or address
    address,  // an IPv6 address without brackets
    port,     // not a number, or over 65535
};

/// What a text is as a URL: an RFC 3986 reference after mapping non-ASCII characters by RFC 3987, either
/// relative, or http or https with `//`, a host and a port up to 65535.
struct Url {
    UrlFault fault = UrlFault::none;
    bool schemeless = false;  // relative, but surely meant to be absolute: `www.example.com/x`, `https//x`
    bool mail = false;        // schemeless: an e-mail address
    std::size_t scheme_size = 0;  // schemeless: of a scheme that lacks but its colon, at `begin`
    std::size_t begin = 0;        // bytes of blanks in front
    std::size_t host_at = 0;      // where the host begins, for the fault `address`
    std::size_t host_size = 0;
    // The first character that browsers take but no valid URL has there (`{{…}}` as a whole); no size: none.
    std::size_t bad_at = 0;
    std::size_t bad_size = 0;  // bytes
};

/// Linear in the text, allocates nothing.
[[nodiscard]] Url classify_url(std::string_view text) noexcept;

/// Whether this is an absolute or root-relative ASCII URL without anything unusual: most are.
[[nodiscard]] bool is_plain_url(std::string_view text) noexcept;

/// Rules `url`, `url-characters`, `schemeless-url`, `empty-url` of one string. `strict`: documented as URL;
/// else typed as a string, and what would be the error `url` is a warning.
void check_url(Context& context, event::SlotIndex slot, bool strict);

}  // namespace hookspect::check
