#pragma once

#include <cstddef>
#include <string_view>

namespace hookspect::base {

/// How a member without an account is written.
inline constexpr std::string_view anonymous = "[anonymous]";

/// What keeps a text from being a UUID of version 4 (RFC 9562, section 5.4), the first that counts.
enum class UuidFault : unsigned char { none, length, digit, hyphen, version, variant };

/// The fault of a text, and where.
struct UuidVerdict {
    UuidFault fault = UuidFault::none;
    std::size_t at = 0;  // byte of the text that is wrong
};

/// What keeps a text from being one, in either case; the fault is none where nothing does.
[[nodiscard]] UuidVerdict check_uuid(std::string_view text) noexcept;

/// A UUID of version 4, or `[anonymous]`.
[[nodiscard]] bool is_person_id(std::string_view text) noexcept;

/// Whether two PersonIDs name one member: compared without case, and `[anonymous]` differs from nothing.
[[nodiscard]] bool may_be_same_person(std::string_view a, std::string_view b) noexcept;

}  // namespace hookspect::base
