#include "base/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>
#include <iterator>

namespace hookspect::base {
namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t year = 31'557'600 * second;  // 365.25 days
constexpr std::int64_t month = year / 12;

constexpr std::int64_t first_date = -62'167'219'200 * second;       // 0000-01-01 00:00:00
constexpr std::int64_t last_date = (last_second + 1) * second - 1;  // 9999-12-31 23:59:59.999

constexpr bool is_date(std::int64_t milliseconds) {
    return milliseconds >= first_date && milliseconds <= last_date;
}

/// An age is told in the first unit whose limit it does not reach.
struct AgeUnit {
    std::int64_t limit;
    std::int64_t size;
    std::string_view name;
};
constexpr std::array<AgeUnit, 5> age_units{{
    {minute, second, "second"},
    {hour, minute, "minute"},
    {day, hour, "hour"},
    {61 * day, day, "day"},
    {2 * year, month, "month"},
}};
constexpr AgeUnit longest_age{0, year, "year"};

constexpr AgeUnit age_unit(std::uint64_t distance) {
    for (const AgeUnit& unit : age_units) {
        if (distance < static_cast<std::uint64_t>(unit.limit)) return unit;
    }
    return longest_age;
}

/// Date and time of day, without a time zone.
bool append_civil(std::string& out, std::int64_t milliseconds) {
    if (!is_date(milliseconds)) return false;
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds{milliseconds}};
    const sys_days date = floor<days>(moment);
    const year_month_day civil{date};
    const hh_mm_ss time{moment - date};

    const auto end = std::back_inserter(out);
    fmt::format_to(end, "{:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(civil.year()),
                   static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()),
                   time.hours().count(), time.minutes().count(), time.seconds().count());
    if (time.subseconds().count() != 0) fmt::format_to(end, ".{:03}", time.subseconds().count());
    return true;
}

}  // namespace

std::optional<std::int64_t> parse_timestamp(std::string_view number, TimeUnit unit) noexcept {
    const char* const begin = number.data();
    const char* const end = begin + number.size();
    const std::int64_t factor = unit == TimeUnit::seconds ? second : 1;

    std::int64_t whole = 0;
    const auto integer = std::from_chars(begin, end, whole);
    if (integer.ec == std::errc{} && integer.ptr == end) {
        if (whole < first_date / factor || whole > last_date / factor) return std::nullopt;
        return whole * factor;
    }

    // Within the range of dates a double is exact to far less than a millisecond.
    if (number.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;
    double value = 0;
    const auto real = std::from_chars(begin, end, value);
    if (real.ec != std::errc{} || real.ptr != end) return std::nullopt;
    const double milliseconds = std::round(value * static_cast<double>(factor));
    if (!(milliseconds >= static_cast<double>(first_date) &&
          milliseconds <= static_cast<double>(last_date))) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(milliseconds);
}

bool append_date(std::string& out, std::int64_t milliseconds) {
    if (!append_civil(out, milliseconds)) return false;
    out.push_back('Z');
    return true;
}

bool append_local_date(std::string& out, std::int64_t milliseconds) {
    using namespace std::chrono;
    const auto seconds = floor<std::chrono::seconds>(std::chrono::milliseconds{milliseconds});
    const auto time = static_cast<std::time_t>(seconds.count());
    std::tm local{};
    if (localtime_r(&time, &local) == nullptr) return false;
    const std::int64_t offset = local.tm_gmtoff;  // seconds east of UTC
    if (!is_date(milliseconds) || !append_civil(out, milliseconds + offset * second)) return false;
    const std::int64_t distance = (offset < 0 ? -offset : offset) * second;
    fmt::format_to(std::back_inserter(out), "{}{:02}:{:02}", offset < 0 ? '-' : '+', distance / hour,
                   distance % hour / minute);
    return true;
}

bool append_date(std::string& out, std::int64_t milliseconds, Dates dates) {
    if (dates == Dates::raw) return false;
    return dates == Dates::utc ? append_date(out, milliseconds) : append_local_date(out, milliseconds);
}

void append_age(std::string& out, std::int64_t then, std::int64_t now) {
    const bool past = then <= now;
    const std::uint64_t distance = past ? static_cast<std::uint64_t>(now) - static_cast<std::uint64_t>(then)
                                        : static_cast<std::uint64_t>(then) - static_cast<std::uint64_t>(now);
    if (distance < static_cast<std::uint64_t>(second)) {
        out.append("now");
        return;
    }
    const AgeUnit unit = age_unit(distance);
    const std::uint64_t count = distance / static_cast<std::uint64_t>(unit.size);
    if (!past) out.append("in ");
    out.append(std::to_string(count)).append(" ").append(unit.name);
    if (count != 1) out.push_back('s');
    if (past) out.append(" ago");
}

void append_distance(std::string& out, std::int64_t from, std::int64_t to) {
    constexpr std::array<AgeUnit, 5> units{{
        {0, day, "day"},
        {0, hour, "hour"},
        {0, minute, "minute"},
        {0, second, "second"},
        {0, 1, "ms"},
    }};
    out.push_back(to < from ? '-' : '+');
    std::int64_t left = to < from ? from - to : to - from;
    const auto largest = std::find_if(units.begin(), units.end() - 1,
                                      [left](const AgeUnit& unit) { return left >= unit.size; });
    const auto append = [&](const AgeUnit& unit) {
        const std::int64_t count = left / unit.size;
        left %= unit.size;
        out.append(std::to_string(count)).append(" ").append(unit.name);
        if (count != 1 && unit.size != 1) out.push_back('s');
    };
    append(*largest);
    if (largest + 1 == units.end() || left < largest[1].size) return;
    out.push_back(' ');
    append(largest[1]);
}

}  // namespace hookspect::base
