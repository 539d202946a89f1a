#pragma once

#include <cstdint>
#include <string>

namespace hookspect {

/// `2024-11-02 17:20:41Z` from seconds since 1970 (UTC, proleptic Gregorian); years may have more than four digits.
[[nodiscard]] std::string utc_date(std::int64_t seconds);

}  // namespace hookspect
