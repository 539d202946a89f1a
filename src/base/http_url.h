#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace hookspect::base {

/// An absolute http or https URL in ASCII, with the parts that a request needs.
struct HttpUrl {
    std::string text;    // as given
    std::string host;    // with the port where there is one: the value of the header Host
    std::string target;  // path and query, at least `/`, without a fragment: the request target (RFC 9112)
    bool user = false;   // it names a user
};

/// Errors say what is wrong with `text`: `"localhost" is not an http or https URL`.
[[nodiscard]] Result<HttpUrl> parse_http_url(std::string_view text);

}  // namespace hookspect::base
