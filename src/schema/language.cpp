#include "schema/language.h"

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

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same_letters(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i])) return false;
    }
    return true;
}

}  // namespace

std::string_view language_meant_by(std::string_view key) noexcept {
    const std::size_t begin = key.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    const std::string_view trimmed = key.substr(begin);
    const std::string_view primary =
        trimmed.substr(0, trimmed.find_first_of("-_ "));  // BCP 47: `en-US`, often `en_US`
    for (const std::string_view language : languages()) {
        if (same_letters(primary, language)) return language;
    }
    for (const Alias& alias : aliases) {
        if (same_letters(primary, alias.written)) return alias.meant;
    }
    return {};
}

}  // namespace hookspect::schema
