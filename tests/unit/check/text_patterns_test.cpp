// The patterns of texts accept what the checks accept. The checks are written by hand, the patterns are run
// by RE2.

#include "schema/text_patterns.h"

#include "base/uuid.h"
#include "check/url.h"
#include "schema/actions.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <random>
#include <string>
#include <vector>

using hookspect::schema::action_pattern;
using hookspect::schema::text_pattern;
using hookspect::schema::TextType;

namespace {

/// Texts that are made of the parts, at most `longest` of them, always the same.
std::vector<std::string> random_texts(const std::vector<std::string>& parts, std::size_t longest,
                                      std::size_t count) {
    std::mt19937 random(20261202);
    std::vector<std::string> texts(count);
    for (std::string& text : texts) {
        for (std::size_t left = random() % (longest + 1); left > 0; --left)
            text += parts[random() % parts.size()];
    }
    return texts;
}

}  // namespace

TEST_CASE("the pattern of a URL accepts what the rule url accepts") {
    const RE2 pattern(text_pattern(TextType::url));
    REQUIRE(pattern.ok());
    const std::vector<std::string> parts{"http",
                                         "https",
                                         "HTTP",
                                         "ftp",
                                         ":",
                                         ":",
                                         "/",
                                         "//",
                                         "/",
                                         "\\",
                                         "?",
                                         "#",
                                         "@",
                                         "[",
                                         "]",
                                         "%",
                                         "%41",
                                         "a",
                                         "b.c",
                                         " ",
                                         "\t",
                                         "\n",
                                         std::string("\0", 1),
                                         "\x7F",
                                         "|",
                                         "^",
                                         "<",
                                         "{",
                                         "::1",
                                         "1:2:3:4:5:6:7",
                                         "::",
                                         "8",
                                         "1.2.3.4",
                                         "256",
                                         "v1.",
                                         "65535",
                                         "65536",
                                         "0",
                                         "00080",
                                         "x",
                                         "\xC3\xA9",
                                         "\xF0\x9F\x9A\xB2",
                                         "http://",
                                         "https://a",
                                         "//a"};
    std::size_t accepted = 0;
    for (const std::string& text : random_texts(parts, 7, 200'000)) {
        const bool valid = hookspect::check::classify_url(text).fault == hookspect::check::UrlFault::none;
        accepted += valid ? 1 : 0;
        if (RE2::FullMatch(text, pattern) != valid) {
            CAPTURE(text);
            CHECK(RE2::FullMatch(text, pattern) == valid);
        }
    }
    CHECK(accepted > 50'000);
    CHECK(accepted < 150'000);
}

TEST_CASE("the pattern of an address in a URL accepts what inet_pton accepts") {
    const RE2 pattern(text_pattern(TextType::url));
    const std::vector<std::string> parts{"1",  "::",      ":",  "ffff",      "0",        "12345",
                                         "g",  "1.2.3.4", ".",  "255.0.0.1", "01.2.3.4", ":1",
                                         ":1", ":1",      "1:", "1:",        "2:3:4",    ":5:6"};
    std::size_t accepted = 0;
    for (const std::string& address : random_texts(parts, 9, 200'000)) {
        const std::string text = "http://[" + address + "]";
        const bool valid = hookspect::check::classify_url(text).fault == hookspect::check::UrlFault::none;
        accepted += valid ? 1 : 0;
        if (RE2::FullMatch(text, pattern) != valid) {
            CAPTURE(text);
            CHECK(RE2::FullMatch(text, pattern) == valid);
        }
    }
    CHECK(accepted > 2'000);
}

TEST_CASE("the patterns of a UUID and of a PersonID") {
    const RE2 uuid(text_pattern(TextType::uuid));
    const RE2 person(text_pattern(TextType::person_id));
    const std::string valid = "9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34";
    for (std::size_t at = 0; at < valid.size(); ++at) {
        for (const char c : std::string("049abfABFg-\n")) {
            std::string text = valid;
            text[at] = c;
            CAPTURE(text);
            const bool good = hookspect::base::check_uuid(text).fault == hookspect::base::UuidFault::none;
            CHECK(RE2::FullMatch(text, uuid) == good);
            CHECK(RE2::FullMatch(text, person) == good);
        }
    }
    CHECK(RE2::FullMatch("[anonymous]", person));
    CHECK(!RE2::FullMatch("[anonymous]", uuid));
    CHECK(!RE2::FullMatch("anonymous", person));
    CHECK(!RE2::FullMatch("", person));
}

TEST_CASE("the pattern of an action accepts each notation of each type") {
    const RE2 pattern(action_pattern());
    for (const std::string_view name : hookspect::schema::action_names()) {
        for (const char* prefix : {"", "schema:", "https://schema.org/", "http://schema.org/"}) {
            CHECK(RE2::FullMatch(prefix + std::string(name), pattern));
        }
    }
    for (const char* text :
         {"", "Person", "shareAction", "schema.org/ShareAction", "schema:schema:ShareAction",
          "https://schema.org/#ShareAction", "ShareAction "}) {
        CAPTURE(text);
        CHECK(!RE2::FullMatch(text, pattern));
    }
}
