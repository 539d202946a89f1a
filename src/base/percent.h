#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hookspect::base {

/// Appends form-encoded `text` decoded: `+` is a space, `%` and two hex digits a byte; another `%` stays as
/// it is written (WHATWG URL, application/x-www-form-urlencoded). Returns false when there was such a `%`.
bool append_percent_decoded(std::string& out, std::string_view text);

/// Appends `text` with every byte but the unreserved characters of RFC 3986 (letters, digits, `-._~`) as `%`
/// and two hex digits in upper case: what npm qs makes of UTF-8.
void append_percent_encoded(std::string& out, std::string_view text);

/// Appends the bytes of a path as the path of a URI: all but letters, digits, `/` and `-._~` is escaped
/// (RFC 3986, section 2.3), the colon too, which could make a scheme of the first part.
void append_uri_path(std::string& out, std::string_view path);

/// Offset in `text` of what gives byte `decoded` of its decoded form.
[[nodiscard]] std::size_t percent_encoded_offset(std::string_view text, std::size_t decoded) noexcept;

}  // namespace hookspect::base
