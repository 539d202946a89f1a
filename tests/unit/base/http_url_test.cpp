#include "base/http_url.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using hookspect::base::HttpUrl;
using hookspect::base::parse_http_url;

TEST_CASE("the parts of a URL that a request needs") {
    struct Row {
        std::string text;
        std::string host;
        std::string target;
        bool user;
    };
    const std::array<Row, 9> rows{{
        {"http://localhost", "localhost", "/", false},
        {"http://localhost:8080/hook", "localhost:8080", "/hook", false},
        {"HTTPS://Example.com/a/../b?x=1&y=/?", "Example.com", "/a/../b?x=1&y=/?", false},
        {"http://example.com?x", "example.com", "/?x", false},
        {"http://example.com#x?y/z", "example.com", "/", false},
        {"http://example.com/a#b", "example.com", "/a", false},
        {"http://[::1]:80/x", "[::1]:80", "/x", false},
        {"http://me:it's@example.com/x@y", "example.com", "/x@y", true},
        {"http://example.com/'{}[]\"\\", "example.com", "/'{}[]\"\\", false},
    }};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto url = parse_http_url(row.text);
        REQUIRE(url);
        CHECK(url->text == row.text);
        CHECK(url->host == row.host);
        CHECK(url->target == row.target);
        CHECK(url->user == row.user);
    }
}

TEST_CASE("what is not the URL of a receiver") {
    struct Row {
        std::string text;
        std::string message;
        std::string hint;
    };
    const std::string example = "a URL looks like http://localhost:8080/hook";
    const std::array<Row, 10> rows{{
        {"", R"("" is not an http or https URL)", example},
        {"localhost:8080/hook", R"("localhost:8080/hook" is not an http or https URL)",
         R"(did you mean "http://localhost:8080/hook"?)"},
        {"/hook", R"("/hook" is not an http or https URL)", example},
        {"//localhost/hook", R"("//localhost/hook" is not an http or https URL)", example},
        {"ftp://localhost", R"("ftp://localhost" is not an http or https URL)", example},
        {"http:/localhost", R"("http:/localhost" is not an http or https URL)", example},
        {"http:///hook", R"("http:///hook" has no host)", example},
        {"http://me@:80/", R"("http://me@:80/" has no host)", example},
        {"http://localhost/a b", R"("http://localhost/a b" contains a character that a URL cannot contain)",
         "write %20 for it"},
        {"http://localhost/\xC3\xA9",
         "\"http://localhost/\xC3\xA9\" contains a character that a URL cannot contain",
         "write %C3%A9 for it"},
    }};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto url = parse_http_url(row.text);
        REQUIRE(!url);
        CHECK(url.error().message == row.message);
        CHECK(url.error().hint == row.hint);
    }
}
