#include "output/output.h"

#include <doctest/doctest.h>

namespace {

using hookspect::output::Printed;

Printed printed(std::string text, std::vector<Printed::Message> messages) {
    return {std::move(text), std::move(messages)};
}

}  // namespace

TEST_CASE("what was printed later comes behind, messages at their places") {
    struct Case {
        Printed first;
        Printed later;
        std::string text;
        std::vector<std::pair<std::size_t, std::string>> messages;
    };
    const Case cases[] = {
        {{}, {}, "", {}},
        {{}, printed("abc", {{1, "m"}}), "abc", {{1, "m"}}},
        {printed("abc", {{1, "m"}}), {}, "abc", {{1, "m"}}},
        {printed("abc", {{1, "m"}}),
         printed("de", {{0, "n"}, {2, "o"}}),
         "abcde",
         {{1, "m"}, {3, "n"}, {5, "o"}}},
        {printed("", {{0, "m"}}), printed("de", {{1, "n"}}), "de", {{0, "m"}, {1, "n"}}},
    };
    for (auto [first, later, text, messages] : cases) {
        CAPTURE(text);
        first.take(later);
        CHECK(first.text == text);
        REQUIRE(first.messages.size() == messages.size());
        for (std::size_t i = 0; i < messages.size(); ++i) {
            CHECK(first.messages[i].at == messages[i].first);
            CHECK(first.messages[i].text == messages[i].second);
        }
        CHECK(later.text.empty());
        CHECK(later.messages.empty());
    }
}
