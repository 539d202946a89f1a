#include "report/request/curl.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using hookspect::event::Encoding;
using hookspect::report::append_curl_command;

namespace {

std::string command(std::string_view body, Encoding encoding = Encoding::json) {
    const auto url = hookspect::base::parse_http_url("http://localhost/");
    std::string out;
    append_curl_command(out, {body, encoding}, *url);
    return out;
}

}  // namespace

TEST_CASE("a body of printable ASCII without quotes and backslashes is an argument") {
    CHECK(command("{\"a\": \"$x `id` 100% !\"}") ==
          "curl -gsS -H 'Content-Type: application/json' --data-raw '{\"a\": \"$x `id` 100% !\"}' "
          "'http://localhost/'\n");
    CHECK(command("@a=-", Encoding::form) ==
          "curl -gsS -H 'Content-Type: application/x-www-form-urlencoded' --data-raw '@a=-' "
          "'http://localhost/'\n");
}

TEST_CASE("any other body goes through printf, with octal escapes for its special bytes") {
    struct Row {
        std::string body;
        std::string format;
    };
    const std::array<Row, 9> rows{{
        {"'", "\\047"},
        {"\\", "\\134"},
        {"a\nb", "a\\012b"},
        {std::string("\0", 1) + "1", "\\0001"},
        {"\x7F\x1B", "\\177\\033"},
        {"caf\xC3\xA9", "caf\\303\\251"},
        {"100% '%s", "100%% \\047%%s"},
        {"-'-", "\\055\\047-"},
        {"a-\t", "a-\\011"},
    }};
    for (const Row& row : rows) {
        CAPTURE(row.body);
        CHECK(command(row.body) ==
              "printf '" + row.format +
                  "' | curl -gsS -H 'Content-Type: application/json' --data-binary @- 'http://localhost/'\n");
    }
}

TEST_CASE("a body that is too long for an argument goes through printf") {
    const std::string longest(64 * 1024, 'x');
    CHECK(command(longest).starts_with("curl "));
    CHECK(command(longest + 'x').starts_with("printf 'xxx"));
}
