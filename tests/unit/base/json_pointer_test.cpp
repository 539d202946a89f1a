#include "base/json_pointer.h"

#include <doctest/doctest.h>

namespace hookspect {

TEST_CASE("JSON Pointers: the examples of RFC 6901, section 5, and their tokens") {
    struct Example {
        std::string_view pointer;
        std::string_view key;
    };
    const Example examples[] = {
        {"/foo", "foo"},  {"/", ""},       {"/a~1b", "a/b"},      {"/c%d", "c%d"},
        {"/e^f", "e^f"},  {"/g|h", "g|h"}, {R"(/i\j)", R"(i\j)"}, {"/ ", " "},
        {"/m~0n", "m~n"}, {"/~01", "~1"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.pointer);
        CHECK(base::is_json_pointer(example.pointer));
        std::string_view left = example.pointer;
        CHECK(base::unescaped_token(base::take_pointer_token(left)) == example.key);
        CHECK(left.empty());
        std::string written;
        base::append_pointer_token(written, example.key);
        CHECK(written == example.pointer);
    }
    std::string_view left = "/foo//0";
    CHECK(base::take_pointer_token(left) == "foo");
    CHECK(base::take_pointer_token(left) == "");
    CHECK(base::take_pointer_token(left) == "0");
    CHECK(left.empty());
}

TEST_CASE("JSON Pointers: what is none") {
    CHECK(base::is_json_pointer(""));
    CHECK_FALSE(base::is_json_pointer("foo"));
    CHECK_FALSE(base::is_json_pointer("/~"));
    CHECK_FALSE(base::is_json_pointer("/a~2"));
    CHECK_FALSE(base::is_json_pointer("/~/0"));
    CHECK(base::find_bad_escape("a~0b~") == 4);
    CHECK(base::find_bad_escape("~~0") == 0);
    CHECK(base::find_bad_escape("~1~0") == std::string_view::npos);
    CHECK(base::unescaped_token("~2~") == "~2~");
}

}  // namespace hookspect
