#include "event/form_names.h"

#include <doctest/doctest.h>

#include <string>

namespace hookspect {
namespace {

TEST_CASE("form names: one id for each pair of a number and a text") {
    event::FormNames names;
    CHECK(names.find(0, "a") == 0);
    CHECK(names.intern(0, "a") == 1);
    CHECK(names.intern(1, "a") == 2);
    CHECK(names.intern(0, "") == 3);
    CHECK(names.intern(0, "a") == 1);
    CHECK(names.find(1, "a") == 2);
    CHECK(names.find(1, "") == 0);
    CHECK(names.text(2) == "a");
    CHECK(names.text(3).empty());
    CHECK(names.end() == 4);
    names.clear();
    CHECK(names.find(0, "a") == 0);
    CHECK(names.intern(7, "b") == 1);
}

TEST_CASE("form names: texts of every size, zero bytes, and more than a table holds") {
    event::FormNames names;
    const auto text = [](std::uint32_t i) { return std::string(i % 40, '\0') + std::to_string(i); };
    for (std::uint32_t i = 0; i < 5000; ++i) REQUIRE(names.intern(i % 7, text(i)) == i + 1);
    for (std::uint32_t i = 0; i < 5000; ++i) {
        REQUIRE(names.find(i % 7, text(i)) == i + 1);
        REQUIRE(names.text(i + 1) == text(i));
        REQUIRE(names.find(7, text(i)) == 0);
    }
}

}  // namespace
}  // namespace hookspect
