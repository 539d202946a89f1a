#include "check/url.h"

#include "base/ascii.h"
#include "base/byte_block.h"
#include "base/hex.h"
#include "base/ip.h"
#include "base/utf8.h"
#include "base/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace hookspect::check {
namespace {

using std::string_view;

/// Where an ASCII character may stand in a URL unescaped (RFC 3986, appendix A).
enum UrlCharacter : std::uint8_t {
    url_scheme = 1,  // behind the first letter
    url_user = 2,
    url_host = 4,  // a name or IPv4 address
    url_path = 8,
    url_query = 16,          // of fragments too
    url_never_in_host = 32,  // browsers refuse the whole URL (WHATWG URL, forbidden domain code points)
};

constexpr auto url_characters = [] {
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

constexpr bool is_url_character(char c, UrlCharacter where) noexcept {
    return (url_characters[static_cast<unsigned char>(c)] & where) != 0;
}

/// `prefix` is in lower case.
bool begins_with(string_view text, string_view prefix) {
    return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                      [](char a, char b) { return a == base::lower(b); });
}

/// `word` is in lower case.
bool is_word(string_view text, string_view word) {
    return text.size() == word.size() && begins_with(text, word);
}

/// Browsers read a backslash as a slash.
constexpr bool is_slash(char c) {
    return c == '/' || c == '\\';
}

/// Blanks and control characters, which browsers strip from the ends.
constexpr bool is_stripped(char c) {
    return static_cast<unsigned char>(c) <= 0x20;
}

bool is_escape(string_view text, std::size_t at) {
    return at + 2 < text.size() && base::hex_value(text[at + 1]) >= 0 && base::hex_value(text[at + 2]) >= 0;
}

/// What stands behind the host: a colon and a number, which may be missing (RFC 3986, section 3.2.3).
bool is_port(string_view text) {
    if (!text.starts_with(':')) return false;
    const string_view digits = text.substr(std::min(text.find_first_not_of('0', 1), text.size()));
    if (digits.size() > 5) return false;
    unsigned value = 0;
    for (const char c : digits) {
        if (!base::is_digit(c)) return false;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value <= 65535;
}

/// RFC 3987, section 2.2: ucschar, and in queries iprivate.
constexpr bool is_iri_character(char32_t value, bool query) {
    if (value < 0xA0) return false;
    if (value >= 0xE000 && value <= 0xF8FF) return query;
    if (value >= 0xFDD0 && value <= 0xFDEF) return false;
    if (value >= 0xFFF0 && value <= 0xFFFF) return false;
    if (value >= 0xF0000) return query && (value & 0xFFFE) != 0xFFFE;
    if (value >= 0xE0000 && value < 0xE1000) return false;
    return (value & 0xFFFE) != 0xFFFE;
}

/// One reading of a text that the fast path has not settled.
class Reader {
public:
    explicit Reader(string_view text) : text_(text) {}

    Url read() {
        strip();
        const std::size_t mark = text_.find_first_of(":/?#\\", at_);
        if (mark != string_view::npos && mark < end_ && text_[mark] == ':') {
            absolute(mark);
        } else if (slashes_at(at_)) {
            skip_slashes();
            if (authority_end() > at_) authority();
        } else {
            url_.schemeless = is_schemeless();
        }
        if (url_.fault == UrlFault::none) rest();
        return url_;
    }

private:
    string_view text_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    Url url_;

    void note(std::size_t at, std::size_t size) {
        if (url_.bad_size != 0 && url_.bad_at <= at) return;
        url_.bad_at = at;
        url_.bad_size = size;
    }

    void strip() {
        end_ = text_.size();
        while (at_ < end_ && is_stripped(text_[at_])) ++at_;
        while (end_ > at_ && is_stripped(text_[end_ - 1])) --end_;
        if (end_ < text_.size()) note(end_, 1);
        if (at_ > 0) note(0, 1);
        url_.begin = at_;
        text_ = text_.substr(0, end_);
    }

    [[nodiscard]] bool slashes_at(std::size_t at) const {
        return at + 1 < end_ && is_slash(text_[at]) && is_slash(text_[at + 1]);
    }

    void skip_slashes() {
        for (const std::size_t stop = at_ + 2; at_ < stop; ++at_) {
            if (text_[at_] == '\\') note(at_, 1);
        }
    }

    void absolute(std::size_t colon) {
        const string_view scheme = text_.substr(at_, colon - at_);
        const bool letter =
            !scheme.empty() && base::lower(scheme.front()) >= 'a' && base::lower(scheme.front()) <= 'z';
        const auto is_scheme_character = [](char c) { return is_url_character(c, url_scheme); };
        if (!letter || !std::all_of(scheme.begin(), scheme.end(), is_scheme_character)) {
            url_.fault = UrlFault::colon;
        } else if (!is_http(scheme)) {
            url_.fault = UrlFault::scheme;
        } else if (!slashes_at(colon + 1)) {
            url_.fault = UrlFault::slashes;
        } else {
            at_ = colon + 1;
            skip_slashes();
            authority();
        }
    }

    static bool is_http(string_view scheme) { return is_word(scheme, "http") || is_word(scheme, "https"); }

    [[nodiscard]] std::size_t authority_end() const {
        return std::min(text_.find_first_of("/\\?#", at_), end_);
    }

    void authority() {
        const std::size_t stop = authority_end();
        const std::size_t sign = text_.substr(0, stop).rfind('@');
        if (sign != string_view::npos && sign >= at_) {
            part(sign, url_user);
            at_ = sign + 1;
        }
        const string_view server = text_.substr(at_, stop - at_);
        const std::size_t host_size = server.starts_with('[') ? literal_size(server) : server.find(':');
        const string_view host = server.substr(0, host_size);
        if (base::is_ipv6_address(server)) {
            url_.fault = UrlFault::address;
            url_.host_at = at_;
            url_.host_size = server.size();
        } else if (!is_host(host)) {
            url_.fault = UrlFault::host;
        } else if (host.size() < server.size() && !is_port(server.substr(host.size()))) {
            url_.fault = UrlFault::port;
        }
        at_ = stop;
    }

    static std::size_t literal_size(string_view server) {
        const std::size_t close = server.find(']');
        return close == string_view::npos ? close : close + 1;
    }

    bool is_host(string_view host) {
        if (host.empty()) return false;
        if (host.front() == '[') return is_literal(host);
        for (std::size_t i = 0; i < host.size(); ++i) {
            const bool bare = host[i] != '%' || !is_escape(host, i);
            if (bare && is_url_character(host[i], url_never_in_host)) return false;
        }
        part(at_ + host.size(), url_host);
        return true;
    }

    /// `[2001:db8::1]`, or an address of a version to come (RFC 3986, section 3.2.2).
    static bool is_literal(string_view host) {
        if (host.size() < 3 || host.back() != ']') return false;
        const string_view inside = host.substr(1, host.size() - 2);
        if (base::lower(inside.front()) != 'v') return base::is_ipv6_address(inside);
        const std::size_t dot = inside.find('.');
        if (dot == string_view::npos || dot < 2 || dot + 1 == inside.size()) return false;
        const auto is_hex = [](char c) { return base::hex_value(c) >= 0; };
        const auto is_address = [](char c) { return is_url_character(c, url_user); };
        return std::all_of(inside.begin() + 1, inside.begin() + static_cast<std::ptrdiff_t>(dot), is_hex) &&
               std::all_of(inside.begin() + static_cast<std::ptrdiff_t>(dot) + 1, inside.end(), is_address);
    }

    /// Path, query and fragment: browsers refuse nothing there.
    void rest() {
        const std::size_t fragment = std::min(text_.find('#', at_), end_);
        const std::size_t query = std::min(text_.find('?', at_), fragment);
        part(query, url_path);
        if (query < fragment) {
            at_ = query + 1;
            part(fragment, url_query);
        }
        if (fragment < end_) {
            at_ = fragment + 1;
            part(end_, url_query);
        }
    }

    /// Takes the characters up to `stop`, and notes the first that may not stand in this part.
    void part(std::size_t stop, UrlCharacter where) {
        while (at_ < stop) {
            const char c = text_[at_];
            if (static_cast<unsigned char>(c) >= 0x80) {
                const base::CodePoint point = base::front_code_point(text_.substr(at_));
                if (!is_iri_character(point.value, where == url_query)) note(at_, point.size);
                at_ += point.size;
                continue;
            }
            if (c == '%' ? !is_escape(text_, at_) : !is_url_character(c, where)) note(at_, bad_run(at_));
            ++at_;
        }
    }

    /// One character, or a placeholder that nobody has filled in: `{{member.id}}`.
    [[nodiscard]] std::size_t bad_run(std::size_t at) const {
        const bool first = url_.bad_size == 0 || url_.bad_at > at;
        if (!first || text_.substr(at, 2) != "{{") return 1;
        const std::size_t close = text_.find("}}", at);
        return close == string_view::npos ? 1 : close + 2 - at;
    }

    [[nodiscard]] bool is_schemeless() {
        const std::size_t stop = std::min(text_.find_first_of("/\\?#", at_), end_);
        const string_view first = text_.substr(at_, stop - at_);
        if (begins_with(first, "www.")) return first.size() > 4 && first[4] != '.';
        if (is_http(first) && slashes_at(stop)) {
            url_.scheme_size = first.size();
            return true;
        }
        if (is_mail(first) && stop == end_) {
            url_.mail = true;
            return true;
        }
        return is_domain(first, stop < end_);
    }

    /// `user@example.com`
    static bool is_mail(string_view text) {
        const std::size_t sign = text.find('@');
        if (sign == string_view::npos || sign == 0) return false;
        const auto is_local = [](char c) { return is_url_character(c, url_user); };
        const string_view local = text.substr(0, sign);
        return std::all_of(local.begin(), local.end(), is_local) &&
               ending_of(text.substr(sign + 1)).size() >= 2;
    }

    /// The letters after the last dot of a host name; empty where it is not one, or has no dot.
    static string_view ending_of(string_view host) {
        const std::size_t dot = host.rfind('.');
        if (dot == string_view::npos || dot == 0 || host.front() == '.' ||
            host.find("..") != string_view::npos)
            return {};
        const auto is_label = [](char c) {
            return base::is_letter(c) || base::is_digit(c) || c == '-' || c == '.';
        };
        const string_view ending = host.substr(dot + 1);
        const bool name = std::all_of(host.begin(), host.end(), is_label) &&
                          std::all_of(ending.begin(), ending.end(), base::is_letter);
        return name ? ending : string_view{};
    }

    /// Without a path few endings count, since `index.de` may be a file: these are no file names and no
    /// languages. Before a path a country or another common ending does, unless it is that of a program.
    static bool is_domain(string_view first, bool path) {
        const std::size_t port = first.find(':');
        const string_view ending = ending_of(first.substr(0, port));
        const auto is_ending = [ending](string_view one) { return base::equal_ignoring_case(ending, one); };
        constexpr std::array<string_view, 4> certain{"com", "org", "net", "eu"};
        constexpr std::array<string_view, 17> likely{
            "edu",   "gov",   "info",   "biz",      "app",  "dev",        "shop",      "site",  "online",
            "store", "cloud", "agency", "brussels", "gent", "vlaanderen", "amsterdam", "berlin"};
        constexpr std::array<string_view, 9> files{"js", "ts", "md", "py", "sh", "gz", "so", "rb", "pl"};
        if (std::any_of(certain.begin(), certain.end(), is_ending)) return true;
        if (!path) return false;
        if (ending.size() == 2) return !std::any_of(files.begin(), files.end(), is_ending);
        return std::any_of(likely.begin(), likely.end(), is_ending);
    }
};

/// Whether some byte of the block at `at` may not stand in a path: what url_characters says, for 16 bytes at
/// once.
bool has_other_than_path(const char* at) {
    const base::ByteBlock bytes = base::load_block(at);
    const base::BlockMask no_graphic = bytes - 0x21 >= 0x7F - 0x21;
    const base::BlockMask brackets = (bytes - '[' < 4) | (bytes - '{' < 3) | ((bytes & 0xFD) == '<');
    return base::any(no_graphic | brackets | ((bytes & 0xFE) == '"') | (bytes == '%') | (bytes == '?') |
                     (bytes == '`'));
}

/// The first place from `at` on with another character than those of a path, or the end.
std::size_t next_other_than_path(string_view text, std::size_t at) {
    while (at + base::block_size <= text.size() && !has_other_than_path(text.data() + at))
        at += base::block_size;
    const bool rest = at + base::block_size > text.size();
    if (rest && text.size() >= base::block_size &&
        !has_other_than_path(text.data() + text.size() - base::block_size))
        return text.size();
    while (at < text.size() && is_url_character(text[at], url_path)) ++at;
    return at;
}

/// One past the letters, digits, dots and hyphens from `at` on: a host as most are, for 16 bytes at once.
std::size_t skip_plain_host(string_view text, std::size_t at) {
    const auto stops = [](auto byte) {
        using Bytes = decltype(byte);
        const auto letter = static_cast<Bytes>((byte | 0x20) - 'a') < 26;
        const auto digit = static_cast<Bytes>(byte - '0') < 10;
        const auto mark = static_cast<Bytes>(byte - '-') < 2;  // hyphen and dot
        return (letter | digit | mark) == 0;
    };
    return at + base::run_before(text.substr(at), stops);
}

/// Path, query and fragment of ASCII without a fault.
bool is_plain_rest(string_view text, std::size_t at) {
    bool fragment = false;
    for (at = next_other_than_path(text, at); at < text.size(); at = next_other_than_path(text, at + 1)) {
        const char c = text[at];
        if (c == '?') continue;  // the query begins, or goes on
        if (c == '#' && !fragment) {
            fragment = true;
        } else if (c != '%' || !is_escape(text, at)) {
            return false;
        }
    }
    return true;
}

std::string_view expected_url(UrlFault fault) {
    switch (fault) {
        case UrlFault::colon:
            return "http:// or https://, or a relative URL without a colon in its first part";
        case UrlFault::scheme: return "http:// or https://, or a relative URL";
        case UrlFault::slashes: return "// after http: or https:";
        case UrlFault::host: return "a host name or address after the //";
        case UrlFault::address: return "brackets around the IPv6 address";
        case UrlFault::port: return "a port from 0 to 65535";
        case UrlFault::none: break;
    }
    return {};
}

/// The nearest absolute URL: `example.com:8080/x` and `htps://x` have a known fault.
std::string url_meant(string_view text, const Url& url) {
    const std::size_t colon = text.find(':');
    const string_view scheme = text.substr(0, colon);
    const string_view rest = text.substr(std::min(colon, text.size() - 1) + 1);
    std::string meant;
    if (url.fault == UrlFault::address) {
        meant = fmt::format("{}[{}]{}", text.substr(0, url.host_at), text.substr(url.host_at, url.host_size),
                            text.substr(url.host_at + url.host_size));
    } else if (url.fault == UrlFault::slashes) {
        meant =
            fmt::format("{}://{}", scheme, rest.substr(std::min(rest.find_first_not_of('/'), rest.size())));
    } else if (url.fault == UrlFault::scheme && rest.starts_with("//") && scheme.size() <= 7 &&
               (scheme.front() == 'h' || scheme.front() == 't') && scheme.find('p') != string_view::npos) {
        meant = fmt::format("https:{}", rest);
    } else if (url.fault == UrlFault::scheme && !rest.empty() && base::is_digit(rest.front())) {
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

/// Whether the character at fault is a blank at an end of the text.
bool is_at_end(string_view text, const Url& url) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == string_view::npos || url.bad_at < first || url.bad_at > text.find_last_not_of(" \t\r\n");
}

/// The character at fault, and what to write instead.
std::string expected_character(string_view text, const Url& url) {
    const string_view bad = text.substr(url.bad_at, url.bad_size);
    if (bad.starts_with("{{"))
        return bad.size() == 1 ? "" : fmt::format("a URL with {} filled in", base::quoted(bad));
    if (is_at_end(text, url)) return "no blanks at its start or end";
    if (bad == " ") return "%20 for each space";
    if (bad == "%") return "%25 for a bare %";
    if (bad == "\\") return "/ for each \\";
    if (bad == "@") return "%40 for each @ but the last before the host";
    if (bad.size() == 1)
        return fmt::format("%{:02X} for each {}", static_cast<unsigned char>(bad.front()), base::quoted(bad));
    return "characters that are allowed in a URL";
}

/// The URL with all characters at fault escaped, replaced or removed; empty for a placeholder, and where that
/// is too much to show.
std::string with_valid_characters(string_view text) {
    constexpr std::size_t longest = 200;  // bytes
    std::string mended(text);
    for (int edits = 0; mended.size() <= longest && edits < 40; ++edits) {
        const Url url = classify_url(mended);
        if (url.fault != UrlFault::none) return {};
        if (url.bad_size == 0) return mended;
        const std::string bad = mended.substr(url.bad_at, url.bad_size);
        if (bad.starts_with("{")) return {};
        std::string good;
        if (bad == "\\") {
            good = "/";
        } else if (!is_at_end(mended, url)) {
            for (const char c : bad) good += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
        mended.replace(url.bad_at, url.bad_size, good);
    }
    return {};
}

}  // namespace

bool is_plain_url(string_view text) noexcept {
    if (text.size() > 1 && text[0] == '/' && !is_slash(text[1])) return is_plain_rest(text, 1);
    const std::size_t host = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : text.size();
    std::size_t at = skip_plain_host(text, host);
    while (at < text.size() && is_url_character(text[at], url_host)) ++at;
    if (at == host) return false;
    if (at == text.size() || text[at] == '/') return is_plain_rest(text, at);
    return (text[at] == '?' || text[at] == '#') && is_plain_rest(text, at);
}

Url classify_url(string_view text) noexcept {
    if (is_plain_url(text)) return {};
    return Reader(text).read();
}

void check_url(Context& context, event::SlotIndex slot, bool strict) {
    const string_view text = context.text(context.event[slot]);
    if (is_plain_url(text)) return;
    if (text.empty()) {
        const bool json = context.event.encoding == event::Encoding::json;
        if (json)
            context.tell({.rule = schema::Rule::empty_url,
                          .slot = slot,
                          .message = "is \"\"",
                          .expected = "a URL or null"});
        return;
    }
    const Url url = classify_url(text);
    if (url.fault != UrlFault::none) {
        context.tell({.rule = schema::Rule::url,
                      .slot = slot,
                      .message = "is " + base::quoted(text),
                      .expected = std::string(expected_url(url.fault)),
                      .hint = base::did_you_mean_text(url_meant(text, url))},
                     strict ? schema::Severity::error : schema::Severity::warning);
        return;
    }
    if (url.bad_size > 0) {
        context.tell({.rule = schema::Rule::url_characters,
                      .slot = slot,
                      .message = "is " + base::quoted(text),
                      .expected = expected_character(text, url),
                      .hint = base::did_you_mean_text(with_valid_characters(text))});
    }
    if (url.schemeless) {
        context.tell({.rule = schema::Rule::schemeless_url,
                      .slot = slot,
                      .message = "is " + base::quoted(text),
                      .expected = "an absolute URL; without a scheme it is relative",
                      .hint = url.mail ? "an e-mail address is not a URL"
                                       : base::did_you_mean_text(absolute_meant(text, url))});
    }
}

}  // namespace hookspect::check
