#include "base/uuid.h"

#include "base/ascii.h"
#include "base/byte_block.h"
#include "base/hex.h"

#include <algorithm>

namespace hookspect::base {
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

/// Whether 16 bytes of a text from `at` on are hexadecimal digits and hyphens in their places.
bool is_block_of_uuid(std::string_view text, std::size_t at) {
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    static_assert(shape.size() == uuid_size);
    const BlockMask hyphens = load_block(shape.data() + at) == '-';
    const ByteBlock bytes = load_block(text.data() + at);
    const BlockMask digits = (bytes - '0' < 10) | ((bytes | 0x20) - 'a' < 6);
    return !any(((bytes == '-') ^ hyphens) | ~(digits | hyphens));
}

/// Without a branch for each character, since nearly all are. The text has the right length.
bool is_version_4(std::string_view text) {
    return is_block_of_uuid(text, 0) && is_block_of_uuid(text, block_size) &&
           is_block_of_uuid(text, uuid_size - block_size) && text[version_at] == '4' &&
           is_variant(text[variant_at]);
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

}  // namespace hookspect::base
