#include "check/uuid.h"

#include "base/hex.h"

#include <algorithm>

namespace hookspect {
namespace {

constexpr std::size_t uuid_size = 36;
constexpr std::size_t version_at = 14;
constexpr std::size_t variant_at = 19;

constexpr bool is_hyphen_place(std::size_t at) {
    return at == 8 || at == 13 || at == 18 || at == 23;
}

constexpr bool is_variant(char c) {
    return c == '8' || c == '9' || c == 'a' || c == 'b' || c == 'A' || c == 'B';
}

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

UuidVerdict check_uuid(std::string_view text) noexcept {
    if (text.size() != uuid_size) return {UuidFault::length, std::min(text.size(), uuid_size)};
    for (std::size_t at = 0; at < uuid_size; ++at) {
        if (is_hyphen_place(at) ? text[at] != '-' : hex_value(text[at]) < 0) {
            return {is_hyphen_place(at) ? UuidFault::hyphen : UuidFault::digit, at};
        }
    }
    if (text[version_at] != '4') return {UuidFault::version, version_at};
    if (!is_variant(text[variant_at])) return {UuidFault::variant, variant_at};
    return {};
}

bool is_person_id(std::string_view text) noexcept {
    return check_uuid(text).fault == UuidFault::none || text == anonymous;
}

bool may_be_same_person(std::string_view a, std::string_view b) noexcept {
    if (a == b || a == anonymous || b == anonymous) return true;
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace hookspect
