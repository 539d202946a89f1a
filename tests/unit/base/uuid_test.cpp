#include "base/uuid.h"

#include <doctest/doctest.h>

#include <string>

using hookspect::base::check_uuid;
using hookspect::base::UuidFault;

TEST_CASE("a UUID has version 4 and variant 8, 9, a or b") {
    const std::string digits = "0123456789abcdefABCDEF";
    for (const char digit : digits) {
        CAPTURE(digit);
        std::string version = "9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34";
        version[14] = digit;
        CHECK((check_uuid(version).fault == UuidFault::none) == (digit == '4'));
        std::string variant = "9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34";
        variant[19] = digit;
        const bool good = std::string("89abAB").find(digit) != std::string::npos;
        CHECK((check_uuid(variant).fault == UuidFault::none) == good);
    }
}

TEST_CASE("each byte at each place of a UUID") {
    const std::string uuid = "9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34";
    for (std::size_t at = 0; at < uuid.size(); ++at) {
        std::string allowed = "0123456789abcdefABCDEF";
        if (uuid[at] == '-') allowed = "-";
        if (at == 14) allowed = "4";
        if (at == 19) allowed = "89abAB";
        for (int byte = 0; byte < 256; ++byte) {
            std::string text = uuid;
            text[at] = static_cast<char>(byte);
            CAPTURE(text);
            const bool good = allowed.find(text[at]) != std::string::npos;
            CHECK((check_uuid(text).fault == UuidFault::none) == good);
        }
    }
}

TEST_CASE("what keeps a text from being a UUID") {
    struct Row {
        const char* text;
        UuidFault fault;
        std::size_t at;
    };
    // The first three are RFC 9562's own examples of other versions; then its version 4.
    for (const Row& row :
         {Row{"C232AB00-9414-11EC-B3C8-9F6BDECED846", UuidFault::version, 14},
          Row{"5df41881-3aed-3515-88a7-2f4a814cf09e", UuidFault::version, 14},
          Row{"017F22E2-79B0-7CC3-98C4-DC0C0C07398F", UuidFault::version, 14},
          Row{"919108f7-52d1-4320-9bac-f847db4148a8", UuidFault::none, 0},
          Row{"919108F7-52D1-4320-9BAC-F847DB4148A8", UuidFault::none, 0},
          Row{"00000000-0000-0000-0000-000000000000", UuidFault::version, 14},
          Row{"919108f7-52d1-4320-cbac-f847db4148a8", UuidFault::variant, 19},
          Row{"919108f7-52d1-4320-7bac-f847db4148a8", UuidFault::variant, 19}, Row{"", UuidFault::length, 0},
          Row{"919108f7-52d1-4320-9bac-f847db4148a", UuidFault::length, 35},
          Row{"919108f7-52d1-4320-9bac-f847db4148a8 ", UuidFault::length, 36},
          Row{"919108f7-52d1-4320-9bac-f847db4148ag", UuidFault::digit, 35},
          Row{"919108f7052d1-4320-9bac-f847db4148a8", UuidFault::hyphen, 8},
          Row{"919108f-752d1-4320-9bac-f847db4148a8", UuidFault::digit, 7},
          Row{"{919108f7-52d1-4320-9bac-f847db4148a8}", UuidFault::length, 36}}) {
        CAPTURE(row.text);
        CHECK(check_uuid(row.text).fault == row.fault);
        CHECK(check_uuid(row.text).at == row.at);
    }
}

TEST_CASE("a PersonID is a UUID or exactly [anonymous]") {
    CHECK(hookspect::base::is_person_id("[anonymous]"));
    CHECK(hookspect::base::is_person_id("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34"));
    for (const char* bad :
         {"anonymous", "[Anonymous]", "[anonymous] ", "", "0", "9b2f6c1e3a574d0c8e216f5d0c9a7b34"}) {
        CAPTURE(bad);
        CHECK_FALSE(hookspect::base::is_person_id(bad));
    }
}

TEST_CASE("two PersonIDs are compared without case, and [anonymous] differs from nothing") {
    const char* person = "9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34";
    CHECK(hookspect::base::may_be_same_person(person, "9B2F6C1E-3A57-4D0C-8E21-6F5D0C9A7B34"));
    CHECK(hookspect::base::may_be_same_person(person, "[anonymous]"));
    CHECK(hookspect::base::may_be_same_person("[anonymous]", person));
    CHECK_FALSE(hookspect::base::may_be_same_person(person, "9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b35"));
}
