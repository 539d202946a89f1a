#include "version.h"

#include <algorithm>

#include <doctest/doctest.h>

TEST_CASE("the version has three parts of digits") {
    CHECK(std::count(hookspect::version.begin(), hookspect::version.end(), '.') == 2);
    CHECK(hookspect::version.find_first_not_of("0123456789.") == std::string_view::npos);
}
