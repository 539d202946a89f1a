#include "check/date.h"

#include <fmt/format.h>

namespace hookspect {
namespace {

struct Day {
    std::int64_t year;
    int month;
    int day;
};

/// std::chrono's years end at 32767, and seconds taken for milliseconds lead to year 56000. Years begin in March here,
/// so that the leap day is their last; the months' lengths then follow (153 * m + 2) / 5.
Day civil_day(std::int64_t days_since_1970) {
    constexpr std::int64_t era_days = 146'097;  // 400 years
    const std::int64_t days = days_since_1970 + 719'468;  // from 0000-03-01
    const std::int64_t era = (days >= 0 ? days : days - (era_days - 1)) / era_days;
    const std::int64_t in_era = days - era * era_days;
    const std::int64_t year = (in_era - in_era / 1460 + in_era / 36'524 - in_era / 146'096) / 365;
    const std::int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
    const std::int64_t month = (5 * in_year + 2) / 153;
    const auto day = static_cast<int>(in_year - (153 * month + 2) / 5 + 1);
    const auto civil_month = static_cast<int>(month < 10 ? month + 3 : month - 9);
    return {year + era * 400 + (civil_month <= 2 ? 1 : 0), civil_month, day};
}

}  // namespace

std::string utc_date(std::int64_t seconds) {
    constexpr std::int64_t day_seconds = 86'400;
    const std::int64_t in_day = ((seconds % day_seconds) + day_seconds) % day_seconds;
    const Day day = civil_day((seconds - in_day) / day_seconds);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}Z", day.year, day.month, day.day, in_day / 3600,
                       in_day / 60 % 60, in_day % 60);
}

}  // namespace hookspect
