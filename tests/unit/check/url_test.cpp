#include "check/url.h"

#include <doctest/doctest.h>
#include <uriparser/Uri.h>

#include <string>
#include <string_view>
#include <vector>

using hookspect::check::classify_url;
using hookspect::check::UrlFault;
using std::string_view;

namespace {

/// Healthy in every respect.
const std::vector<string_view> healthy{
    // RFC 3986, section 1.1.2
    "http://www.ietf.org/rfc/rfc2396.txt",
    // RFC 3986, section 5.4: all references of the examples but `g:h` and `http:g`, which are absolute
    "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "g;x?y#s", "", ".", "./",
    "..", "../", "../g", "../..", "../../", "../../g", "../../../g", "/./g", "/../g", "g.", ".g", "g..",
    "..g", "./../g", "./g/.", "g/./h", "g/../h", "g;x=1/./y", "g;x=1/../y", "g?y/./x", "g?y/../x", "g#s/./x",
    "g#s/../x",
    // the base of those examples
    "http://a/b/c/d;p?q",
    // RFC 3986, section 6.2.3: all the same resource
    "http://example.com", "http://example.com/", "http://example.com:/", "http://example.com:80/",
    // other parts of the grammar
    "https://user:secret@example.com/", "https://user@example.com", "https://[2001:db8::7]/c",
    "https://[::1]:8080/", "https://[v7.fe:d]/x", "https://192.0.2.16:80/", "HTTPS://EXAMPLE.COM/",
    "hTTp://a", "https://example.com?x=1", "https://example.com#top", "https://example.com/a%20b",
    "https://ex%41mple.com/", "https://a_b.example/", "https://example.com:65535/",
    "https://example.com:000443/", "/a:b", "./a:b", "?a:b", "a/b:c", "//cdn.example.com/x", "/search?q=a/b?c",
    "https://example.com/!$&'()*+,;=:@-._~", "//", "///x", "https://example.com//a//b",
    // RFC 3987: letters outside ASCII
    "https://bücher.example/straße?q=ä#ö", "http://例え.jp/引き割り.html", "/café", "https://example.com/❤",
    "https://example.com/?private=\xEE\x80\x80"};

struct Invalid {
    string_view text;
    UrlFault fault;
};
const std::vector<Invalid> invalid{
    // RFC 3986, section 1.1.2, and 5.4
    {"ftp://ftp.is.co.za/rfc/rfc1808.txt", UrlFault::scheme},
    {"ldap://[2001:db8::7]/c=GB?objectClass?one", UrlFault::scheme},
    {"mailto:John.Doe@example.com", UrlFault::scheme},
    {"news:comp.infosystems.www.servers.unix", UrlFault::scheme},
    {"tel:+1-816-555-1212", UrlFault::scheme},
    {"telnet://192.0.2.16:80/", UrlFault::scheme},
    {"urn:oasis:names:specification:docbook:dtd:xml:4.1.2", UrlFault::scheme},
    {"g:h", UrlFault::scheme},
    {"http:g", UrlFault::slashes},
    {"javascript:alert(1)", UrlFault::scheme},
    {"example.com:8080/x", UrlFault::scheme},
    {"C:\\campaign\\logo.png", UrlFault::scheme},
    {"httpss://example.com", UrlFault::scheme},
    {"h://example.com", UrlFault::scheme},
    {"https:/example.com/x", UrlFault::slashes},
    {"https:example.com", UrlFault::slashes},
    {"https:", UrlFault::slashes},
    {"https://", UrlFault::host},
    {"https:///path", UrlFault::host},
    {"https://?q", UrlFault::host},
    {"https://#f", UrlFault::host},
    {"https://:80/", UrlFault::host},
    {"https://user@/", UrlFault::host},
    {"https://exa mple.com/", UrlFault::host},
    {"https://exam|ple.com/", UrlFault::host},
    {"https://50%/", UrlFault::host},
    {"https://[::1/", UrlFault::host},
    {"https://[]/", UrlFault::host},
    {"https://[1.2.3.4]/", UrlFault::host},
    {"https://[::g]/", UrlFault::host},
    {"https://[v.x]/", UrlFault::host},
    {"https://a<b/", UrlFault::host},
    {"https://example.com:99999/", UrlFault::port},
    {"https://example.com:65536", UrlFault::port},
    {"https://example.com:http/", UrlFault::port},
    {"https://a:b:80/", UrlFault::port},
    {"https://[::1]80/", UrlFault::port},
    {"//example.com:x/", UrlFault::port},
    {":foo", UrlFault::colon},
    {"1http://example.com", UrlFault::colon},
    {"{{base}}:80/x", UrlFault::colon},
    {"a b:c", UrlFault::colon},
    {" ftp://example.com/", UrlFault::scheme},
};

struct Bad {
    string_view text;
    string_view characters;
};
const std::vector<Bad> bad_characters{
    {"https://example.com/a b", " "},
    {" https://example.com/", " "},
    {"https://example.com/\n", "\n"},
    {"https://example.com/100%", "%"},
    {"https://example.com/%zz", "%"},
    {"https://example.com/%4", "%"},
    {"https://example.com/a|b", "|"},
    {"https://example.com/?q={{member.id}}", "{{member.id}}"},
    {"{{link}}", "{{link}}"},
    {"https://{{host}}/x", "{{host}}"},
    {"https://example.com/{id}", "{"},
    {"https://example.com/?q={{open", "{"},
    {"https:\\\\example.com\\a", "\\"},
    {"\\\\server\\share", "\\"},
    {"https://example.com/?f[0]=1", "["},
    {"https://example.com/#a#b", "#"},
    {"https://example.com/<b>", "<"},
    {"https://a@b@example.com/", "@"},
    {"https://example.com/\"x\"", "\""},
    {"https://example.com/a^b`c", "^"},
    {"https://example.com/a\tb", "\t"},
    {"https://example.com/\xC2\x85", "\xC2\x85"},          // U+0085, a control character
    {"https://example.com/\xEE\x80\x80", "\xEE\x80\x80"},  // private use, in queries only
    {"https://example.com/\xEF\xBF\xBD", "\xEF\xBF\xBD"},  // U+FFFD
    {"   ", " "},
};

bool uriparser_takes(string_view text) {
    UriUriA uri;
    const char* error = nullptr;
    const int status = uriParseSingleUriExA(&uri, text.data(), text.data() + text.size(), &error);
    if (status == URI_SUCCESS) uriFreeUriMembersA(&uri);
    return status == URI_SUCCESS;
}

bool is_ascii(string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("healthy URLs") {
    for (const string_view text : healthy) {
        CAPTURE(text);
        const auto url = classify_url(text);
        CHECK(url.fault == UrlFault::none);
        CHECK(url.bad_size == 0);
        CHECK_FALSE(url.schemeless);
    }
}

TEST_CASE("what is no URL, and which part of it is wrong") {
    for (const Invalid& row : invalid) {
        CAPTURE(row.text);
        CHECK(classify_url(row.text).fault == row.fault);
        CHECK_FALSE(hookspect::check::is_plain_url(row.text));
    }
}

TEST_CASE("characters that browsers take and no valid URL has") {
    for (const Bad& row : bad_characters) {
        CAPTURE(row.text);
        const auto url = classify_url(row.text);
        CHECK(url.fault == UrlFault::none);
        CHECK(row.text.substr(url.bad_at, url.bad_size) == row.characters);
        CHECK_FALSE(hookspect::check::is_plain_url(row.text));
    }
}

TEST_CASE("relative references that were surely meant to be absolute") {
    for (const string_view text :
         {"www.example.com/x", "www.example.com", "WWW.example.com/x", "example.com/x", "example.org",
          "shop.example.eu?x=1", "https//example.com/x", "http//x", "httpbin.org", "http\\\\example.com"}) {
        CAPTURE(text);
        CHECK(classify_url(text).schemeless);
    }
    for (const string_view text :
         {"index.html", "winter.de", "image.png", "/www.example.com", "./www.example.com", "www.", "www",
          ".com", "https://www.example.com", "//www.example.com", "a/example.com", "com", "http", "https/x",
          "campaign.community"}) {
        CAPTURE(text);
        CHECK_FALSE(classify_url(text).schemeless);
    }
}

TEST_CASE("uriparser, which knows the grammar of RFC 3986 alone, says the same") {
    for (const string_view text : healthy) {
        CAPTURE(text);
        if (is_ascii(text)) CHECK(uriparser_takes(text));
    }
    for (const Bad& row : bad_characters) {
        CAPTURE(row.text);
        if (is_ascii(row.text)) CHECK_FALSE(uriparser_takes(row.text));
    }
    // All texts of five characters out of those that the grammar turns on, behind some beginnings.
    constexpr string_view alphabet = "a1:/?#[]@%.- ";
    for (const string_view front : {"", "http://", "http://a", "http://[::1]", "/", "//"}) {
        for (std::size_t number = 0; number < 13 * 13 * 13 * 13; ++number) {
            std::string text(front);
            std::size_t left = number;
            for (int i = 0; i < 4; ++i, left /= 13) text += alphabet[left % 13];
            const auto url = classify_url(text);
            const bool ours = url.fault == UrlFault::none && url.bad_size == 0;
            const bool theirs = uriparser_takes(text);
            const bool stricter = url.fault == UrlFault::scheme || url.fault == UrlFault::slashes ||
                                  url.fault == UrlFault::host || url.fault == UrlFault::port;
            CAPTURE(text);
            if (ours != theirs && !(theirs && stricter)) CHECK(ours == theirs);
        }
    }
}

TEST_CASE("uriparser says the same of each ASCII character at each place of a long URL") {
    constexpr string_view url = "/0123456789abcdefghijklmnop/q?rstuvwxyz0123456789&ABCDEF=GHIJ";
    for (std::size_t place = 2; place < url.size(); ++place) {
        for (int code = 1; code < 0x80; ++code) {
            std::string text(url);
            text[place] = static_cast<char>(code);
            const auto found = classify_url(text);
            const bool ours = found.fault == UrlFault::none && found.bad_size == 0;
            if (ours == uriparser_takes(text)) continue;
            CAPTURE(place);
            CAPTURE(text);
            CHECK(ours == uriparser_takes(text));
        }
    }
}
