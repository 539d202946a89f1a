#include "ops/merge_patch.h"

#include "support/json_event.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using hookspect::ops::merge_patch;
using hookspect::test::JsonEvent;

TEST_CASE("merge patch: what changes, and null for what goes") {
    struct Row {
        std::string_view from;
        std::string_view to;
        std::string_view patch;
    };
    constexpr Row rows[] = {
        {R"({})", R"({})", R"({})"},
        {R"({"a":1,"b":null})", R"({"b":null,"a":1.0})", R"({})"},
        {R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"b"})", R"({"a":"b","b":"c"})", R"({"b":"c"})"},
        {R"({"a":"b"})", R"({})", R"({"a":null})"},
        {R"({"a":null})", R"({})", R"({"a":null})"},
        {R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":{"b":"c","x":1}})", R"({"a":{"b":"d","x":1}})", R"({"a":{"b":"d"}})"},
        {R"({"a":[{"b":"c"},2]})", R"({"a":[1,2]})", R"({"a":[1,2]})"},
        {R"({"a":{"b":1}})", R"({"a":{}})", R"({"a":{"b":null}})"},
        {R"({"a":{}})", R"({"a":{}})", R"({})"},
        {R"({"a":1})", R"({"a":{}})", R"({"a":{}})"},
        {R"({})", R"({"a":{"b":{}}})", R"({"a":{"b":{}}})"},
        {R"({"a":{"b":1}})", R"({"a":{"b":1},"c":{"d":{"e":1.50}}})", R"({"c":{"d":{"e":1.50}}})"},
        // Inside a list a null is a null.
        {R"({})", R"({"a":[null,{"b":null}]})", R"({"a":[null,{"b":null}]})"},
        {R"({"a":9007199254740992})", R"({"a":9007199254740993})", R"({"a":9007199254740993})"},
        {R"({"a":1,"a":2})", R"({"b":{"c":1,"c":2},"a":2})", R"({"b":{"c":2}})"},
        {R"({"~/":1})", R"({"\"é":1})", R"({"~/":null,"\"é":1})"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        const auto patch = merge_patch(JsonEvent(row.from).event, JsonEvent(row.to).event);
        CHECK(patch.text == row.patch);
        CHECK(patch.unsayable.empty());
    }
}

TEST_CASE("merge patch: a null that is new cannot be said") {
    struct Row {
        std::string_view from;
        std::string_view to;
        std::vector<std::string> unsayable;
    };
    const Row rows[] = {
        {R"({})", R"({"a":null})", {"/a"}},
        {R"({"a":1})", R"({"a":null})", {"/a"}},
        {R"({"a":{"b":1}})", R"({"a":{"b":null}})", {"/a/b"}},
        {R"({"a":[]})", R"({"a":{"x":{"~/":null,"y":null}}})", {"/a/x/y", "/a/x/~0~1"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.to);
        CHECK(merge_patch(JsonEvent(row.from).event, JsonEvent(row.to).event).unsayable == row.unsayable);
    }
}
