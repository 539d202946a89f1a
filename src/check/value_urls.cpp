#include "base/wording.h"
#include "check/url.h"
#include "check/values.h"

#include <fmt/format.h>

namespace hookspect::check {
namespace {

using std::string_view;

std::string_view expected_url(UrlFault fault) {
    switch (fault) {
        case UrlFault::colon:
            return "http:// or https://, or a relative URL without a colon in its first part";
        case UrlFault::scheme: return "http:// or https://, or a relative URL";
        case UrlFault::slashes: return "// behind http: or https:";
        case UrlFault::host: return "a host name or address behind the //";
        case UrlFault::port: return "a port from 0 to 65535";
        case UrlFault::none: break;
    }
    return {};
}

/// The nearest absolute URL: `example.com:8080/x` and `htps://x` have a known fault.
std::string url_meant(string_view text, UrlFault fault) {
    const std::size_t colon = text.find(':');
    const string_view scheme = text.substr(0, colon);
    const string_view rest = text.substr(std::min(colon, text.size() - 1) + 1);
    std::string meant;
    if (fault == UrlFault::slashes) {
        meant =
            fmt::format("{}://{}", scheme, rest.substr(std::min(rest.find_first_not_of('/'), rest.size())));
    } else if (fault == UrlFault::scheme && rest.starts_with("//") && scheme.size() <= 7 &&
               (scheme.front() == 'h' || scheme.front() == 't') && scheme.find('p') != string_view::npos) {
        meant = fmt::format("https:{}", rest);
    } else if (fault == UrlFault::scheme && !rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
        meant = fmt::format("https://{}", text);
    }
    return classify_url(meant).fault == UrlFault::none ? meant : std::string{};
}

/// The same for what only lacks a scheme, or the colon of one.
std::string absolute_meant(string_view text, const Url& url) {
    const string_view own = text.substr(url.begin);
    const string_view scheme = own.substr(0, url.scheme_size);
    const string_view rest = own.substr(url.scheme_size);
    const std::string meant =
        scheme.empty() ? fmt::format("https://{}", rest) : fmt::format("{}:{}", scheme, rest);
    return classify_url(meant).fault == UrlFault::none ? meant : std::string{};
}

/// The character at fault, and what to write instead.
std::string expected_character(string_view bad) {
    if (bad.starts_with("{{"))
        return bad.size() == 1 ? "" : fmt::format("a URL in which {} was filled in", base::quoted(bad));
    if (bad == " ") return "%20 for each space";
    if (bad == "%") return "%25 for a bare %";
    if (bad == "\\") return "/ for each \\";
    if (bad.size() == 1)
        return fmt::format("%{:02X} for each {}", static_cast<unsigned char>(bad.front()), base::quoted(bad));
    return "characters that may stand in a URL";
}

}  // namespace

void check_url(Context& context, event::SlotIndex slot, bool strict) {
    const string_view text = context.text(context.event[slot]);
    if (is_plain_url(text)) return;
    if (text.empty()) {
        const bool json = context.event.encoding == event::Encoding::json;
        if (json)
            context.tell({.rule = schema::Rule::empty_url,
                          .slot = slot,
                          .message = " is \"\"",
                          .expected = "a URL or null"});
        return;
    }
    const Url url = classify_url(text);
    if (url.fault != UrlFault::none) {
        context.tell({.rule = schema::Rule::url,
                      .slot = slot,
                      .message = " is " + base::quoted(text),
                      .expected = std::string(expected_url(url.fault)),
                      .hint = base::did_you_mean_text(url_meant(text, url.fault))},
                     strict ? schema::Severity::error : schema::Severity::warning);
        return;
    }
    if (url.bad_size > 0) {
        context.tell({.rule = schema::Rule::url_characters,
                      .slot = slot,
                      .message = " is " + base::quoted(text),
                      .expected = expected_character(text.substr(url.bad_at, url.bad_size))});
    }
    if (url.schemeless) {
        context.tell({.rule = schema::Rule::schemeless_url,
                      .slot = slot,
                      .message = " is " + base::quoted(text),
                      .expected = "an absolute URL; as it stands, it is relative",
                      .hint = base::did_you_mean_text(absolute_meant(text, url))});
    }
}

}  // namespace hookspect::check
