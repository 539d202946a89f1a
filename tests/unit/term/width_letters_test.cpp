#include "base/utf8.h"
#include "term/width.h"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <string>

using namespace hookspect;

namespace {

std::string utf8(char32_t point) {
    std::string text;
    hookspect::base::append_utf8(text, point);
    return text;
}

}  // namespace

TEST_CASE("each letter is as wide as utf8proc says, and a cluster of its own beside another") {
    for (char32_t point = 0x20; point < 0x3000; ++point) {
        const auto number = static_cast<utf8proc_int32_t>(point);
        if (utf8proc_get_property(number)->boundclass != UTF8PROC_BOUNDCLASS_OTHER) continue;
        CAPTURE(number);
        const int width = utf8proc_charwidth(number);
        const std::string letter = utf8(point);
        CHECK(hookspect::term::display_width(letter) == width);
        CHECK(hookspect::term::display_width("é" + letter + "é") == width + 2);
        CHECK(hookspect::term::fit_front(letter + letter + "é", width).bytes ==
              (width == 0 ? 2 : 1) * letter.size());
        CHECK(hookspect::term::display_width(letter + "\u0301") == width);
    }
}
