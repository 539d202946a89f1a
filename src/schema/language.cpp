#include "schema/language.h"

#include "base/ascii.h"
#include "schema/fields.h"

#include <array>

namespace hookspect::schema {
namespace {

struct Alias {
    std::string_view written;
    std::string_view meant;
};

/// ISO 639-1 for the two written forms of Norwegian, ISO 639-2 for the documented languages, and the country
/// codes that are taken for the languages of Denmark and Sweden.
constexpr auto aliases = std::to_array<Alias>({
    {"nb", "no"},  {"nn", "no"},  {"nor", "no"}, {"nob", "no"}, {"nno", "no"}, {"dk", "da"},  {"dan", "da"},
    {"se", "sv"},  {"swe", "sv"}, {"eng", "en"}, {"nld", "nl"}, {"dut", "nl"}, {"fra", "fr"}, {"fre", "fr"},
    {"deu", "de"}, {"ger", "de"}, {"pol", "pl"}, {"spa", "es"}, {"ita", "it"}, {"fin", "fi"},
});

}  // namespace

std::string_view language_meant_by(std::string_view key) noexcept {
    const std::size_t begin = key.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    const std::string_view trimmed = key.substr(begin);
    const std::string_view primary =
        trimmed.substr(0, trimmed.find_first_of("-_ "));  // BCP 47: `en-US`, often `en_US`
    for (const std::string_view language : languages()) {
        if (base::equal_ignoring_case(primary, language)) return language;
    }
    for (const Alias& alias : aliases) {
        if (base::equal_ignoring_case(primary, alias.written)) return alias.meant;
    }
    return {};
}

}  // namespace hookspect::schema
