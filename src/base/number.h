#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hookspect::base {

// The texts of JSON numbers (RFC 8259, section 6) taken by their exact value, whatever their length: a double
// would make 9007199254740993 and 9007199254740992 equal. All are linear in the text; exponents beyond 10^17
// count as 10^17.

/// Whether a text is the text of a number.
[[nodiscard]] bool is_number(std::string_view text) noexcept;

/// No fraction: `1.0` and `1e3` are whole, `1.5` and `1e-1` are not.
[[nodiscard]] bool is_whole(std::string_view number) noexcept;

/// Below zero; `-0` is not.
[[nodiscard]] bool is_negative(std::string_view number) noexcept;

/// By value: `1.0` equals `1`, `-0` equals `0`.
[[nodiscard]] std::strong_ordering compare_numbers(std::string_view a, std::string_view b) noexcept;

/// Appends a text that is the same for all texts of one value: `1`, `1.0` and `10e-1` give the same.
void append_normal_number(std::string& out, std::string_view number);

/// What is to be added to `before` to have `after`, exactly and with its sign: `+25`, `-0.75`. Nothing where
/// that takes more than 18 digits.
[[nodiscard]] std::optional<std::string> number_difference(std::string_view before, std::string_view after);

/// The value of a whole number of at most 18 digits.
[[nodiscard]] std::optional<std::int64_t> small_whole_value(std::string_view number) noexcept;

/// Only digits, no leading sign: how nearly every identifier and timestamp is written.
[[nodiscard]] constexpr bool is_plain_digits(std::string_view number) noexcept {
    for (const char c : number) {
        if (c < '0' || c > '9') return false;
    }
    return true;
}

}  // namespace hookspect::base
