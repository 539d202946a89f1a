#include "base/byte_block.h"

#include <doctest/doctest.h>

#include <string>

using namespace hookspect;

TEST_CASE("a run ends at the first byte that stops it, in a block or behind the last one") {
    const auto stops = [](auto c) { return (c < ' ') | (c >= 0x80) | (c == '"'); };
    for (std::size_t size = 0; size < 50; ++size) {
        CAPTURE(size);
        CHECK(hookspect::base::run_before(std::string(size, 'a'), stops) == size);
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'a');
            text.back() = '"';
            text[at] = "\"\n\x80\xFF"[at % 4];
            CHECK(hookspect::base::run_before(text, stops) == at);
        }
    }
}

TEST_CASE("find_last finds what rfind finds") {
    for (std::size_t size = 0; size < 50; ++size) {
        CAPTURE(size);
        CHECK(hookspect::base::find_last(std::string(size, 'a'), '\n') == std::string_view::npos);
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'a');
            text.front() = '\n';
            text[at] = '\n';
            CHECK(hookspect::base::find_last(text, '\n') == at);
        }
    }
}
