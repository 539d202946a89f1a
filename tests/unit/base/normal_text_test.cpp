#include "base/normal_text.h"

#include <doctest/doctest.h>

#include <array>

using hookspect::base::normal_text;

TEST_CASE("texts of one meaning have one normal form") {
    struct Case {
        std::string_view text;
        std::string_view normal;
    };
    constexpr auto cases = std::to_array<Case>({
        {"", ""},
        {"plain", "plain"},
        {"caf\xC3\xA9", "caf\xC3\xA9"},
        {"cafe\xCC\x81", "caf\xC3\xA9"},
        {"Zoe\xCC\x88 Mu\xCC\x88ller", "Zo\xC3\xAB M\xC3\xBCller"},
        {"\xE2\x84\xAB", "\xC3\x85"},                        // the angstrom sign
        {"\xE1\x84\x80\xE1\x85\xA1", "\xEA\xB0\x80"},        // a Hangul syllable
        {"q\xCC\xA3\xCC\x87", "q\xCC\xA3\xCC\x87"},          // nothing to compose
        {"q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87"},          // but an order
        {"\xF0\x9F\x8E\x89", "\xF0\x9F\x8E\x89"},            // an emoji
        {"broken \xFF e\xCC\x81", "broken \xFF e\xCC\x81"},  // not UTF-8: as it is
    });
    for (const Case& one : cases) {
        CAPTURE(one.normal);
        std::string scratch;
        CHECK(normal_text(one.text, scratch) == one.normal);
        CHECK(normal_text(one.normal, scratch) == one.normal);
    }
}
