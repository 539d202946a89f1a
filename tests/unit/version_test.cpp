#include "version.h"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("the version has three parts of digits") {
    CHECK(std::count(hookspect::version.begin(), hookspect::version.end(), '.') == 2);
    CHECK(hookspect::version.find_first_not_of("0123456789.") == std::string_view::npos);
}
