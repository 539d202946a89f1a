#pragma once

#include <cstdint>
#include <string_view>

namespace hookspect::base {

/// The time that a date in an expression means.
struct DateLiteral {
    enum class Status : std::uint8_t {
        none,  // it does not look like a date
        date,
        no_such,  // it looks like one: 2026-02-30, 25:00
        no_zone,  // a time of day without `Z` or an offset
        too_far,  // -99999999999d
    };
    Status status = Status::none;
    bool day = false;        // a whole UTC day; else a point in time
    std::int64_t begin = 0;  // milliseconds since 1970
};

inline constexpr std::int64_t milliseconds_of_day = 86'400'000;

/// Reads `2026-01-31`, `2026-01-31T12:00:00Z` (also with a blank for the `T`, as `show` prints it, with up to
/// three decimals and with an offset, `+01:00`), or `-7d` (s m h d w), which counts back from `now`, seconds
/// since 1970.
[[nodiscard]] DateLiteral read_date(std::string_view text, std::int64_t now) noexcept;

}  // namespace hookspect::base
