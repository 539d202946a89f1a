#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hookspect::base {

/// 9999-12-31 23:59:59Z, in seconds since 1970.
inline constexpr std::int64_t last_second = 253'402'300'799;

enum class TimeUnit : std::uint8_t { seconds, milliseconds };

/// How a timestamp is printed: as the number that it is, or as a date.
enum class Dates : std::uint8_t { raw, utc, local };

/// Milliseconds since 1970 that the text of a JSON number counts in `unit`, fractions and exponents included,
/// rounded to the nearest. None where the text is no number, or outside the years 0 to 9999.
[[nodiscard]] std::optional<std::int64_t> parse_timestamp(std::string_view number, TimeUnit unit) noexcept;

/// Appends a UTC date, `2026-11-16 09:14:03Z`, with milliseconds (`.250Z`) where they are not zero. Appends
/// nothing and returns false outside the years 0 to 9999.
bool append_date(std::string& out, std::int64_t milliseconds);

/// The same in the time zone of this machine (or TZ), with its distance from UTC: `2026-11-16
/// 10:14:03+01:00`.
bool append_local_date(std::string& out, std::int64_t milliseconds);

/// One of the two; raw appends nothing and returns false.
bool append_date(std::string& out, std::int64_t milliseconds, Dates dates);

/// Appends how long before or after `now` that is: `7 days ago`, `in 28 days`, `now`. Rounded down: a day and
/// a half is a day. Both in milliseconds since 1970.
void append_age(std::string& out, std::int64_t then, std::int64_t now);

/// Appends how far `to` is from `from`, both in milliseconds: `+7 days`, `-1 day 12 hours`, `+250 ms`. In the
/// two largest units, the rest is left out.
void append_distance(std::string& out, std::int64_t from, std::int64_t to);

}  // namespace hookspect::base
