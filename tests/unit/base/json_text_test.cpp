#include "base/json_text.h"

#include "base/byte_block.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

namespace hookspect {
namespace {

std::string written(std::string_view text) {
    const std::string readable = std::string(text) + std::string(base::block_size, '"');
    std::string out(text.size() * base::longest_json_escape + base::block_size, '!');
    const char* end =
        base::write_json_characters(out.data(), std::string_view(readable).substr(0, text.size()));
    out.resize(static_cast<std::size_t>(end - out.data()));
    return out;
}

TEST_CASE("json text: what does not stand for itself in a string, at every place") {
    // RFC 8259, section 7, and the short forms where there is one.
    constexpr std::pair<char, std::string_view> escapes[] = {
        {'"', "\\\""},       {'\\', "\\\\"},   {'\b', "\\b"},     {'\f', "\\f"},       {'\n', "\\n"},
        {'\r', "\\r"},       {'\t', "\\t"},    {'\0', "\\u0000"}, {'\x01', "\\u0001"}, {'\x0b', "\\u000b"},
        {'\x1f', "\\u001f"}, {'\x7f', "\x7f"}, {'/', "/"},        {' ', " "},
    };
    for (const auto& [c, escape] : escapes) {
        for (std::size_t before = 0; before < 40; ++before) {
            for (std::size_t behind = 0; behind < 20; ++behind) {
                const std::string front(before, 'x');
                const std::string back = std::string(behind, 'y') + "\xC3\xA9";
                const std::string text = front + c + back + c;
                const std::string expected = front + std::string(escape) + back + std::string(escape);
                REQUIRE(written(text) == expected);
                std::string appended;
                base::append_json_characters(appended, text);
                REQUIRE(appended == expected);
            }
        }
    }
    CHECK(written("").empty());
}

TEST_CASE("json text: bytes that are not UTF-8 become U+FFFD") {
    std::string out;
    base::append_json_string(out, "a\xFFz\xE2\x82\"\xC3\xA9");
    CHECK(out == "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\\\"\xC3\xA9\"");
}

TEST_CASE("json text: what cannot be seen is escaped, and JSON stays what it means") {
    // Pairs of surrogates by RFC 2781, section 2.1: U+E0041 is D800 + (D0041 >> A), DC00 + (D0041 & 3FF).
    constexpr std::pair<std::string_view, std::string_view> texts[] = {
        {"", ""},
        {R"({"a":"\u202e \"é 👍"})", R"({"a":"\u202e \"é 👍"})"},
        {"\"\x7F\xC2\x80\xC2\x9F\xC2\xA0\"", "\"\\u007f\\u0080\\u009f\xC2\xA0\""},
        {"\"\xE2\x80\xAE\xE2\x80\x8D\"", R"("\u202e\u200d")"},
        {"\"\xF3\xA0\x81\x81\"", R"("\udb40\udc41")"},
        {"[\r\n\t1,\x1B]", "[ \n 1,\\u001b]"},
        {"\xFF", R"(\ufffd)"},
    };
    for (const auto& [json, visible] : texts) {
        std::string out;
        base::append_visible_json(out, json);
        CHECK(out == visible);
    }
}

}  // namespace
}  // namespace hookspect
