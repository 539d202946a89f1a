#include "event/tape_walk.h"

#include "support/json_event.h"

#include <doctest/doctest.h>

#include <string>

namespace hookspect {
namespace {

using event::SlotIndex;

/// Writes what the walk visits: `{` and `}` around containers, `,` between values.
struct Trace {
    using Position = int;
    const event::Event& event;
    std::string text;

    int begin(int at, SlotIndex /*index*/, const event::Slot& slot, bool member, bool first) {
        if (!first) text += ',';
        if (member) text.append(event.raw_key(slot)).append("=");
        return at + 1;
    }
    int scalar(int at, SlotIndex /*index*/, const event::Slot& slot) {
        text += event.raw(slot);
        return at;
    }
    int open(int at, SlotIndex /*index*/, const event::Slot& slot) {
        text += slot.kind == event::Kind::object ? '{' : '[';
        return at;
    }
    int close(int at, SlotIndex /*index*/, const event::Slot& slot, bool empty) {
        text += empty ? "!" : "";
        text += slot.kind == event::Kind::object ? '}' : ']';
        return at;
    }
    int end(int at, SlotIndex /*index*/) {
        text += ';';
        return at;
    }
    int replace(int at, SlotIndex /*index*/, const event::Replacement& replacement) {
        text.append("<").append(replacement.text).append(">");
        return at;
    }
};

template <event::Repeats repeats>
std::string walked(const std::string& json) {
    const test::JsonEvent decoded(json);
    Trace sink{decoded.event, {}};
    event::TapeWalk().run<repeats>(decoded.event, 0, sink, 0);
    return sink.text;
}

TEST_CASE("the walk visits each value once, and closes what it opens") {
    const auto all = walked<event::Repeats::all>;
    CHECK(all("7") == "7");
    CHECK(all("{}") == "{!}");
    CHECK(all("[[]]") == "[[!];]");
    CHECK(all(R"({"a":1,"b":[2,{"c":3},[]],"d":{}})") == "{a=1;,b=[2;,{c=3;};,[!];];,d={!};}");
}

TEST_CASE("of repeated keys the walk visits all, or the last") {
    const std::string json = R"({"a":1,"b":{"c":2,"c":3},"a":4})";
    CHECK(walked<event::Repeats::all>(json) == "{a=1;,b={c=2;,c=3;};,a=4;}");
    CHECK(walked<event::Repeats::last>(json) == "{b={c=3;};,a=4;}");
}

TEST_CASE("a hook replaces scalars and whole containers") {
    const test::JsonEvent decoded(R"({"a":"x","b":{"c":"y"},"d":["x"]})");
    const event::Event& read = decoded.event;
    Trace sink{read, {}};
    const auto hook = [](const event::Event& of, SlotIndex slot) -> std::optional<event::Replacement> {
        if (of.raw(of[slot]) == "x") return event::Replacement{event::Kind::string, "new"};
        if (of.raw_key(of[slot]) == "b") return event::Replacement{event::Kind::null, "null"};
        return std::nullopt;
    };
    event::TapeWalk().run<event::Repeats::all>(read, 0, sink, 0, hook);
    CHECK(sink.text == "{a=<new>;,b=<null>;,d=[<new>;];}");
}

}  // namespace
}  // namespace hookspect
