#include "event/json_printer.h"

#include "event/form_decoder.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace hookspect {
namespace {

std::string printed(event::JsonLayout layout, std::string_view json) {
    const test::JsonEvent body(json);
    event::JsonPrinter printer(layout);
    std::string out = "-";
    printer.append(out, body.event);
    std::string again = "-";
    printer.append(again, body.event);
    CHECK(again == out);
    return out.substr(1);
}

TEST_CASE("json printer: numbers, escapes, the order of keys and repeated keys stay") {
    const std::string_view json =
        "\t{ \"b\\u0061\" : 1.50E+2,\"a\":\"\\/\\u00e9 \" ,\"a\":[ true,null ] }\r\n";
    CHECK(printed(event::JsonLayout::line, json) == R"({"b\u0061":1.50E+2,"a":"\/\u00e9 ","a":[true,null]})");
    CHECK(printed(event::JsonLayout::indented, json) ==
          "{\n  \"b\\u0061\": 1.50E+2,\n  \"a\": \"\\/\\u00e9 \",\n  \"a\": [\n    true,\n    null\n  ]\n}");
}

TEST_CASE("json printer: containers without anything, and values that are no containers") {
    CHECK(printed(event::JsonLayout::indented, R"({"a":{},"b":[[],{}]})") ==
          "{\n  \"a\": {},\n  \"b\": [\n    [],\n    {}\n  ]\n}");
    CHECK(printed(event::JsonLayout::indented, "[ ]") == "[]");
    CHECK(printed(event::JsonLayout::indented, R"("a")") == R"("a")");
    CHECK(printed(event::JsonLayout::line, "null") == "null");
}

TEST_CASE("json printer: texts of all sizes, and nesting as deep as it may be") {
    for (std::size_t size = 0; size < 300; ++size) {
        const std::string text = '"' + std::string(size, 'x') + '"';
        CHECK(printed(event::JsonLayout::line, "[ " + text + " ]") == "[" + text + "]");
        CHECK(printed(event::JsonLayout::indented, "{" + text + ":" + text + "}") ==
              "{\n  " + text + ": " + text + "\n}");
    }
    for (const std::size_t depth : {1U, 40U, 128U}) {
        const std::string open(depth, '[');
        const std::string close(depth, ']');
        CHECK(printed(event::JsonLayout::line, open + ' ' + close) == open + close);
        std::string expected;
        for (std::size_t i = 0; i + 1 < depth; ++i) expected += "[\n" + std::string(2 * i + 2, ' ');
        expected += "[]";
        for (std::size_t i = depth - 1; i-- > 0;) expected += "\n" + std::string(2 * i, ' ') + "]";
        CHECK(printed(event::JsonLayout::indented, open + close) == expected);
    }
}

TEST_CASE("json printer: a hook replaces values") {
    const event::Replacer hide = [](const event::Event& of, event::SlotIndex slot) {
        std::optional<event::Replacement> replacement;
        const std::string_view key = of.raw_key(of[slot]);
        if (key == "name") replacement = {event::Kind::string, "a \"b\"\n"};
        if (key == "id") replacement = {event::Kind::number, "12"};
        return replacement;
    };
    const test::JsonEvent body(R"({"name":"Zoe","person":{"id":7,"x":["name"],"name":{"a":1}},"z":1})");
    std::string out;
    event::JsonPrinter printer(event::JsonLayout::line);
    printer.append(out, body.event, hide);
    CHECK(out == R"({"name":"a \"b\"\n","person":{"id":12,"x":["name"],"name":"a \"b\"\n"},"z":1})");
}

TEST_CASE("json printer: an event that came as a form") {
    const std::string body = "campaign_id=012&person[hidden]=0&person[points]=&a=%22%0A%C3%A9";
    event::FormDecoder decoder{event::Limits{}};
    event::Event event;
    REQUIRE_FALSE(decoder.decode(body, event));
    event::JsonPrinter printer(event::JsonLayout::line);
    std::string out;
    printer.append(out, event);
    CHECK(out == R"({"campaign_id":"012","person":{"hidden":false,"points":null},"a":"\"\né"})");
}

TEST_CASE("json printer: long texts of a form, with much to escape") {
    for (const std::size_t size : {4080U, 4095U, 4096U, 4097U, 20000U}) {
        const std::string body =
            "a=" + std::string(size, 'x') + "%C3%A9%22" + std::string(size, '\x01') + "&b=";
        event::FormDecoder decoder{event::Limits{}};
        event::Event event;
        REQUIRE_FALSE(decoder.decode(body, event));
        event::JsonPrinter printer(event::JsonLayout::indented);
        std::string out;
        printer.append(out, event);
        std::string expected = "{\n  \"a\": \"" + std::string(size, 'x') + "\xC3\xA9\\\"";
        for (std::size_t i = 0; i < size; ++i) expected += "\\u0001";
        CHECK(out == expected + "\",\n  \"b\": \"\"\n}");
    }
}

}  // namespace
}  // namespace hookspect
