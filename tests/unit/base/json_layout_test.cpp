#include "base/json_layout.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using hookspect::base::append_json_laid_out;

TEST_CASE("the layout of JSON for people") {
    struct Row {
        std::string compact;
        std::string laid_out;
    };
    const std::string word(90, 'x');
    const std::array<Row, 12> rows{{
        {"1", "1"},
        {R"("a:b,{}")", R"("a:b,{}")"},
        {"{}", "{}"},
        {"[]", "[]"},
        {R"({"a":1,"b":"c,d:\"]"})", R"({ "a": 1, "b": "c,d:\"]" })"},
        {"[1,null,true]", "[1, null, true]"},
        {"[[]]", "[\n  []\n]"},
        {R"({"a":{},"b":[1,2]})", "{\n  \"a\": {},\n  \"b\": [1, 2]\n}"},
        {R"([{"a":1},{"b":[{"c":"}"}]}])",
         "[\n  { \"a\": 1 },\n  {\n    \"b\": [\n      { \"c\": \"}\" }\n    ]\n  }\n]"},
        {"[\"" + word + "\",1]", "[\"" + word + "\", 1]"},
        {"[\"" + word + "\",12345]", "[\n  \"" + word + "\",\n  12345\n]"},
        {"{\"a\":{\"" + word + "\":1}}", "{\n  \"a\": {\n    \"" + word + "\": 1\n  }\n}"},
    }};
    for (const Row& row : rows) {
        CAPTURE(row.compact);
        std::string out = "before\n";
        append_json_laid_out(out, row.compact);
        CHECK(out == "before\n" + row.laid_out);
    }
}
