#include "base/calendar.h"

#include <doctest/doctest.h>
#include <time.h>

#include <cstdlib>
#include <limits>

using namespace hookspect;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

std::string date(std::int64_t milliseconds) {
    std::string text;
    return hookspect::base::append_date(text, milliseconds) ? text : "none";
}

std::string age(std::int64_t then, std::int64_t now) {
    std::string text;
    hookspect::base::append_age(text, then, now);
    return text;
}

}  // namespace

// The expected dates are those of `date -u -d @SECONDS`.
TEST_CASE("dates are UTC, milliseconds stand where they are not zero") {
    CHECK(date(1'794'820'443'000) == "2026-11-16 09:14:03Z");
    CHECK(date(1'730'568'041'250) == "2024-11-02 17:20:41.250Z");
    CHECK(date(1'730'568'041'007) == "2024-11-02 17:20:41.007Z");
    CHECK(date(0) == "1970-01-01 00:00:00Z");
    CHECK(date(-1'000) == "1969-12-31 23:59:59Z");
    CHECK(date(-1) == "1969-12-31 23:59:59.999Z");
    CHECK(date(-14'182'940'000) == "1969-07-20 20:17:40Z");
    CHECK(date(951'825'600'000) == "2000-02-29 12:00:00Z");
    CHECK(date(4'107'542'400'000) == "2100-03-01 00:00:00Z");
}

TEST_CASE("dates end with the years of four digits") {
    CHECK(date(253'402'300'799'999) == "9999-12-31 23:59:59.999Z");
    CHECK(date(253'402'300'800'000) == "none");
    CHECK(date(-62'167'219'200'000) == "0000-01-01 00:00:00Z");
    CHECK(date(-62'167'219'200'001) == "none");
    CHECK(date(std::numeric_limits<std::int64_t>::max()) == "none");
    CHECK(date(std::numeric_limits<std::int64_t>::min()) == "none");
}

TEST_CASE("timestamps are read from the text of JSON numbers") {
    CHECK(hookspect::base::parse_timestamp("1794820443", hookspect::base::TimeUnit::seconds) ==
          1'794'820'443'000);
    CHECK(hookspect::base::parse_timestamp("1794820443", hookspect::base::TimeUnit::milliseconds) ==
          1'794'820'443);
    CHECK(hookspect::base::parse_timestamp("0", hookspect::base::TimeUnit::seconds) == 0);
    CHECK(hookspect::base::parse_timestamp("-1", hookspect::base::TimeUnit::seconds) == -1'000);
    CHECK(hookspect::base::parse_timestamp("1.5", hookspect::base::TimeUnit::seconds) == 1'500);
    CHECK(hookspect::base::parse_timestamp("1e9", hookspect::base::TimeUnit::seconds) == 1'000'000'000'000);
    CHECK(hookspect::base::parse_timestamp("1E+3", hookspect::base::TimeUnit::milliseconds) == 1'000);
    CHECK(hookspect::base::parse_timestamp("1794820443.123", hookspect::base::TimeUnit::seconds) ==
          1'794'820'443'123);
    CHECK(hookspect::base::parse_timestamp("253402300799", hookspect::base::TimeUnit::seconds) ==
          253'402'300'799'000);
}

TEST_CASE("what is no date is none") {
    for (const char* text : {"", "x", "12x", " 12", "nan", "inf", "-", "1e", "0x10", "253402300800", "1e999",
                             "9223372036854775807", "-9223372036854775808", "99999999999999999999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(hookspect::base::parse_timestamp(text, hookspect::base::TimeUnit::seconds).has_value());
    }
}

TEST_CASE("ages are rounded down to one unit") {
    const std::int64_t now = 1'795'446'000'000;
    const struct {
        std::int64_t distance;
        const char* before;
        const char* after;
    } cases[] = {
        {0, "now", "now"},
        {999, "now", "now"},
        {second, "1 second ago", "in 1 second"},
        {59 * second, "59 seconds ago", "in 59 seconds"},
        {minute, "1 minute ago", "in 1 minute"},
        {hour - 1, "59 minutes ago", "in 59 minutes"},
        {6 * hour + 18 * minute, "6 hours ago", "in 6 hours"},
        {day, "1 day ago", "in 1 day"},
        {28 * day + 7 * hour, "28 days ago", "in 28 days"},
        {60 * day, "60 days ago", "in 60 days"},
        {61 * day, "2 months ago", "in 2 months"},
        {400 * day, "13 months ago", "in 13 months"},
        {751 * day, "2 years ago", "in 2 years"},
    };
    for (const auto& row : cases) {
        CHECK(age(now - row.distance, now) == row.before);
        CHECK(age(now + row.distance, now) == row.after);
    }
}

TEST_CASE("the largest distance is an age too") {
    CHECK(age(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()) ==
          "584542046 years ago");  // (2^64 - 1) ms / 31,557,600,000 ms
}

TEST_CASE("local dates have the distance of their time zone") {
    const auto in_zone = [](const char* zone, std::int64_t milliseconds) {
        setenv("TZ", zone, 1);
        tzset();
        std::string date;
        CHECK(hookspect::base::append_local_date(date, milliseconds));
        unsetenv("TZ");
        tzset();
        return date;
    };
    CHECK(in_zone("CET-1", 1'794'820'443'000) == "2026-11-16 10:14:03+01:00");
    CHECK(in_zone("UTC0", 1'794'820'443'250) == "2026-11-16 09:14:03.250+00:00");
    CHECK(in_zone("NST3:30", 1'794'820'443'000) == "2026-11-16 05:44:03-03:30");
    CHECK(in_zone("CET-1", -1) == "1970-01-01 00:59:59.999+01:00");
    std::string none;
    CHECK_FALSE(hookspect::base::append_local_date(none, 999'999'999'999'999));
    CHECK(none.empty());
}

TEST_CASE("how far one moment is from another") {
    const auto distance = [](std::int64_t from, std::int64_t to) {
        std::string text;
        hookspect::base::append_distance(text, from, to);
        return text;
    };
    CHECK(distance(0, 7 * day) == "+7 days");
    CHECK(distance(7 * day, 0) == "-7 days");
    CHECK(distance(0, day + 12 * hour) == "+1 day 12 hours");
    CHECK(distance(5 * day, 3 * day - hour) == "-2 days 1 hour");
    CHECK(distance(0, day + second) == "+1 day");
    CHECK(distance(0, hour + 60 * second) == "+1 hour 1 minute");
    CHECK(distance(-second, second) == "+2 seconds");
    CHECK(distance(0, 1041) == "+1 second 41 ms");
    CHECK(distance(250, 0) == "-250 ms");
    CHECK(distance(0, 0) == "+0 ms");
    CHECK(distance(0, 400 * day) == "+400 days");
}
