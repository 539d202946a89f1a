#include "base/utf8.h"

#include <doctest/doctest.h>

TEST_CASE("blank text holds nothing but white space") {
    using hookspect::base::is_blank;
    CHECK(is_blank(""));
    CHECK(is_blank(" \t\r\n\v\f"));
    CHECK(is_blank("\u00A0\u2003\u3000\uFEFF\u2028"));
    CHECK_FALSE(is_blank("  x"));
    CHECK_FALSE(is_blank("\u200B"));
    CHECK_FALSE(is_blank("\xC2"));
    CHECK_FALSE(is_blank(std::string_view("\0", 1)));
}
