#include "run/pieces.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace hookspect {
namespace {

/// Prints each text as a piece; `!` alone is a message and no text.
void print(run::Pieces& pieces, output::Printed& printed, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const int answer = pieces.print(printed, [&] {
            text == "!" ? printed.tell("message\n") : void(printed.text += text);
            return 7;
        });
        CHECK(answer == 7);
    }
}

}  // namespace

TEST_CASE("a separator comes between pieces, wherever they were printed, and nowhere else") {
    using Texts = std::vector<std::string>;
    const struct {
        Texts first;
        Texts apart;
        Texts later;
        const char* all;
    } cases[] = {
        {{}, {}, {}, ""},
        {{"a"}, {}, {}, "a"},
        {{"a", "b"}, {}, {}, "a,b"},
        {{"", "a", "", "b", ""}, {}, {}, "a,b"},
        {{}, {"a", "b"}, {}, "a,b"},
        {{"a"}, {"b"}, {}, "a,b"},
        {{"a"}, {"", "!"}, {"b"}, "a,b"},
        {{}, {""}, {"b"}, "b"},
        {{"!"}, {"!", "a"}, {"!", "b"}, "a,b"},
        {{""}, {"a"}, {"b", "c"}, "a,b,c"},
    };
    for (const auto& entry : cases) {
        CAPTURE(entry.all);
        output::Printed printed;
        run::Pieces whole(",");
        print(whole, printed, entry.first);
        output::Printed printed_apart;
        run::Pieces apart(",", true);
        print(apart, printed_apart, entry.apart);
        whole.join(apart, printed_apart);
        printed.take(printed_apart);
        print(whole, printed, entry.later);
        CHECK(printed.text == entry.all);
        CHECK(whole.any() == !printed.text.empty());
        for (const auto& message : printed.messages) CHECK(message.at <= printed.text.size());
    }
}

TEST_CASE("without a separator pieces follow each other") {
    output::Printed printed;
    run::Pieces pieces({});
    print(pieces, printed, {"a", "", "b"});
    CHECK(printed.text == "ab");
    CHECK(pieces.any());
}

}  // namespace hookspect
