#include "base/http_url.h"

#include "base/ascii.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "base/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hookspect::base {
namespace {

using std::string_view;

constexpr bool is_graphic(char c) {
    return c > 0x20 && c < 0x7F;
}

/// The bytes of `http://` or `https://` at the front of `text`, in any case; 0 if it has neither.
std::size_t scheme_size(string_view text) {
    for (const string_view scheme : {"https://", "http://"}) {
        if (text.size() >= scheme.size() && std::equal(scheme.begin(), scheme.end(), text.begin(),
                                                       [](char a, char b) { return a == lower(b); })) {
            return scheme.size();
        }
    }
    return 0;
}

constexpr string_view example = "a URL looks like http://localhost:8080/hook";

/// For `localhost:8080/hook`, which only lacks a scheme.
std::string scheme_hint(string_view text) {
    const bool lacks_scheme = !text.empty() && text.front() != '/' && text.find("://") == string_view::npos &&
                              !text.starts_with("http:") && !text.starts_with("https:");
    return lacks_scheme ? did_you_mean_text(fmt::format("http://{}", text)) : std::string(example);
}

/// `begin`: where the character starts that cannot be in a URL.
Error bad_character(string_view text, std::size_t begin) {
    std::string hint = "write ";
    append_percent_encoded(hint, text.substr(begin, front_code_point(text.substr(begin)).size));
    return {fmt::format("{} contains a character that a URL cannot contain", quoted(text)), hint + " for it"};
}

}  // namespace

Result<HttpUrl> parse_http_url(std::string_view text) {
    const auto bad = std::find_if_not(text.begin(), text.end(), is_graphic);
    if (bad != text.end()) return bad_character(text, static_cast<std::size_t>(bad - text.begin()));
    const std::size_t begin = scheme_size(text);
    if (begin == 0) {
        return Error{fmt::format("{} is not an http or https URL", quoted(text)), scheme_hint(text)};
    }
    const string_view whole = text.substr(0, text.find('#'));
    const std::size_t end = std::min(whole.find_first_of("/?", begin), whole.size());
    const string_view authority = whole.substr(begin, end - begin);
    const std::size_t sign = authority.rfind('@');
    const bool user = sign != string_view::npos;
    const string_view host = user ? authority.substr(sign + 1) : authority;
    if (host.empty() || host.front() == ':') {
        return Error{fmt::format("{} has no host", quoted(text)), std::string(example)};
    }
    const string_view target = whole.substr(end);
    return HttpUrl{.text = std::string(text),
                   .host = std::string(host),
                   .target = target.starts_with('/') ? std::string(target) : "/" + std::string(target),
                   .user = user};
}

}  // namespace hookspect::base
