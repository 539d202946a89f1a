#include "check/uuid.h"

#include "base/hex.h"

#include <algorithm>
#include <array>
#include <cstdint>

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

enum : std::uint8_t { hex = 1, hyphen = 2, four = 4, variant = 8 };

constexpr auto kinds = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t c = 0; c < 128; ++c) {
        unsigned kind = hex_value(static_cast<char>(c)) >= 0 ? hex : 0;
        if (c == '-') kind |= hyphen;
        if (c == '4') kind |= four;
        if (is_variant(static_cast<char>(c))) kind |= variant;
        table[c] = static_cast<std::uint8_t>(kind);
    }
    return table;
}();

constexpr auto needed = [] {
    std::array<std::uint8_t, uuid_size> table{};
    for (std::size_t at = 0; at < uuid_size; ++at) table[at] = is_hyphen_place(at) ? hyphen : hex;
    table[version_at] = four;
    table[variant_at] = variant;
    return table;
}();

/// Without a branch for each character, since nearly all are. The text has the right length.
bool is_version_4(std::string_view text) {
    bool good = true;
    for (std::size_t at = 0; at < uuid_size; ++at) {
        good &= (kinds[static_cast<unsigned char>(text[at])] & needed[at]) != 0;
    }
    return good;
}

}  // namespace

UuidVerdict check_uuid(std::string_view text) noexcept {
    if (text.size() != uuid_size) return {UuidFault::length, std::min(text.size(), uuid_size)};
    if (is_version_4(text)) return {};
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
