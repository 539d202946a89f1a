#include "event/json_value.h"

#include <doctest/doctest.h>

TEST_CASE("json writer: a value that was JSON keeps its text but for blanks between tokens") {
    const std::string_view body = "{ \"a b\\\"\" : [ 1.0 ,\t\"x  \\\\\" ], \"a\":1e3,\r\n\"a\" : null }";
    hookspect::event::Event event;
    event.body = body;
    event.chars = body;
    event.slots.resize(1);
    event.slots[0].kind = hookspect::event::Kind::object;
    event.slots[0].size = static_cast<std::uint32_t>(body.size());
    event.count = 1;
    std::string out = "-";
    hookspect::event::append_json(out, event, 0);
    CHECK(out == R"(-{"a b\"":[1.0,"x  \\"],"a":1e3,"a":null})");

    event.slots[0] = {};
    event.slots[0].text = 3;
    event.slots[0].size = 5;
    event.slots[0].kind = hookspect::event::Kind::string;
    out.clear();
    hookspect::event::append_json(out, event, 0);
    CHECK(out == R"("a b\"")");
}
