#include "run/census.h"

#include "support/captures.h"

#include <doctest/doctest.h>

#include <string>

namespace hookspect {
namespace {

run::Census census_of(const std::string& text, const intake::ReadOptions& reading) {
    run::Census census;
    intake::BodyReader reader(reading, [] {});
    reader.start(test::stream_of(text, 4096), "test", {});
    for (event::Body body; reader.next(body);) census.add(body, reading);
    return census;
}

}  // namespace

TEST_CASE("an event is an object with an object event, whatever is read of it") {
    const struct {
        const char* text;
        bool is_event;
    } cases[] = {
        {R"({"event":{}})", true},
        {R"({"event":{"name":"created"},"a":1})", true},
        {R"({"event":[]})", false},
        {R"({"event":5})", false},
        {R"({"event":"created"})", false},
        {R"({"event":null})", false},
        {R"({"a":{"event":{}}})", false},
        {R"({})", false},
        {R"([])", false},
        {R"("event")", false},
        {"event[name]=created", true},
        {"event=created", false},
        {"a=1", false},
    };
    event::Selection selection;
    run::select_census(selection);
    for (const intake::ReadOptions& reading :
         {intake::ReadOptions{}, intake::ReadOptions{.selection = &selection}}) {
        for (const auto& entry : cases) {
            CAPTURE(entry.text);
            const run::Census census = census_of(entry.text, reading);
            if (std::string_view(entry.text) == "[]") {  // no element, no body
                CHECK(census.bodies() == 0);
                continue;
            }
            CHECK(census.bodies() == 1);
            CHECK(census.events() == (entry.is_event ? 1 : 0));
            CHECK(census.others() == (entry.is_event ? 0 : 1));
        }
    }
}

TEST_CASE("the first body that is not an event is named, with a way to the event inside") {
    event::Selection selection;
    run::select_census(selection);
    const intake::ReadOptions reading{.selection = &selection};
    run::Census whole = census_of("{\"event\":{}}\n{\"event\":\n", reading);
    CHECK(whole.bodies() == 2);
    CHECK(whole.events() == 1);
    CHECK(whole.first_place().empty());
    whole.join(census_of("\n{\"body\":{\"event\":{\"name\":\"created\"}}}\n{}\n", reading));
    whole.join(census_of("{}\n{\"event\":{}}\n", reading));
    CHECK(whole.bodies() == 6);
    CHECK(whole.events() == 2);
    CHECK(whole.others() == 3);
    CHECK(whole.first_place() == "test:2");
    CHECK(whole.hint() == "--at /body reads the event there");
}

}  // namespace hookspect
