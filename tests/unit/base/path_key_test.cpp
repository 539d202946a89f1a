#include "base/path_key.h"

#include <doctest/doctest.h>

#include <utility>

namespace hookspect {
namespace {

TEST_CASE("a key in a path is bare, or a JSON string in which nothing is hidden") {
    constexpr std::pair<std::string_view, std::string_view> keys[] = {
        {"a+b", "x.a+b"},
        {"nl-BE", "x.nl-BE"},
        {"9", "x.9"},
        {"@type:$id_", "x.@type:$id_"},
        {"équipe", "x.équipe"},
        {"名前", "x.名前"},
        {"❄\xEF\xB8\x8F", "x.❄\xEF\xB8\x8F"},  // with the selector of its emoji form
        {"", R"(x[""])"},
        {"a.b", R"(x["a.b"])"},
        {"a b", R"(x["a b"])"},
        {"a\"\\", R"(x["a\"\\"])"},
        {"a\xE2\x80\xAE", R"(x["a\u202e"])"},
        {"\xE2\x80\x8B", R"(x["\u200b"])"},
        {"\x7F", R"(x["\u007f"])"},
        {"\xC2\x9B", R"(x["\u009b"])"},
        {"a b\xE2\x81\xA6", R"(x["a b\u2066"])"},
        {"\xF3\xA0\x81\x81", R"(x["\udb40\udc41"])"},  // U+E0041
        {"\xEF\xBB\xBF"
         "a",
         R"(x["\ufeffa"])"},
    };
    for (const auto& [key, path] : keys) {
        std::string out("x");
        base::append_path_key(out, key);
        CHECK(out == path);
    }
    std::string first;
    base::append_path_key(first, "a");
    CHECK(first == "a");
}

}  // namespace
}  // namespace hookspect
