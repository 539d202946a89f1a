#include "base/date_literal.h"

#include "base/ascii.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

namespace hookspect::base {
namespace {

using std::string_view;
using Status = DateLiteral::Status;

/// Takes text from the front; every take says whether it was there.
class Front {
public:
    explicit Front(string_view text) : left_(text) {}

    bool take(char c) {
        if (left_.empty() || left_.front() != c) return false;
        left_.remove_prefix(1);
        return true;
    }

    /// A number of exactly `digits` digits.
    bool take(std::size_t digits, int& number) {
        if (left_.size() < digits) return false;
        int value = 0;
        for (const char c : left_.substr(0, digits)) {
            if (!is_digit(c)) return false;
            value = value * 10 + (c - '0');
        }
        number = value;
        left_.remove_prefix(digits);
        return true;
    }

    [[nodiscard]] bool at_end() const { return left_.empty(); }
    [[nodiscard]] bool at_digit() const { return !left_.empty() && is_digit(left_.front()); }

private:
    string_view left_;
};

struct Age {
    char letter;
    std::int64_t seconds;
};
constexpr std::array<Age, 5> ages{{{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86'400}, {'w', 604'800}}};

DateLiteral read_age(string_view text, std::int64_t now) {
    if (text.size() < 3 || text.front() != '-') return {};
    std::int64_t unit = 0;
    for (const Age& age : ages) unit = text.back() == age.letter ? age.seconds : unit;
    const string_view digits = text.substr(1, text.size() - 2);
    if (unit == 0 || digits.find_first_not_of("0123456789") != string_view::npos) return {};
    constexpr std::size_t most_digits = 6;  // over two thousand years of days
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
    if (unit >= 86'400 && digits.size() - zeros > most_digits) return {Status::too_far};
    if (digits.size() - zeros > most_digits + 5) return {Status::too_far};
    std::int64_t count = 0;
    for (const char c : digits.substr(zeros)) count = count * 10 + (c - '0');
    return {Status::date, false, (now - count * unit) * 1000};
}

/// Milliseconds since midnight.
Status read_time(Front& text, std::int64_t& time) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!text.take(2, hour) || !text.take(':') || !text.take(2, minute)) return Status::no_such;
    if (text.take(':') && !text.take(2, second)) return Status::no_such;
    if (hour > 23 || minute > 59 || second > 59) return Status::no_such;
    time = ((hour * 60 + minute) * 60 + second) * std::int64_t{1000};
    if (!text.take('.')) return Status::date;
    int digit = 0;
    std::int64_t worth = 100;
    if (!text.at_digit()) return Status::no_such;
    for (; worth > 0 && text.take(1, digit); worth /= 10) time += digit * worth;
    return Status::date;
}

/// Milliseconds that local time is ahead of UTC.
Status read_zone(Front& text, std::int64_t& ahead) {
    if (text.at_end()) return Status::no_zone;
    if (text.take('Z')) return text.at_end() ? Status::date : Status::no_such;
    const bool plus = text.take('+');
    int hour = 0;
    int minute = 0;
    if (!plus && !text.take('-')) return Status::no_such;
    if (!text.take(2, hour) || (text.take(':'), !text.take(2, minute)) || !text.at_end())
        return Status::no_such;
    if (hour > 23 || minute > 59) return Status::no_such;
    ahead = (hour * 60 + minute) * std::int64_t{60'000} * (plus ? 1 : -1);
    return Status::date;
}

}  // namespace

DateLiteral read_date(string_view text, std::int64_t now) noexcept {
    if (const DateLiteral age = read_age(text, now); age.status != Status::none) return age;
    Front front(text);
    int year = 0;
    int month = 0;
    int day = 0;
    if (!front.take(4, year) || !front.take('-') || !front.take(2, month) || !front.take('-')) return {};
    if (!front.take(2, day)) return {Status::no_such};
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return {Status::no_such};
    const std::int64_t midnight =
        std::chrono::sys_days(date).time_since_epoch().count() * milliseconds_of_day;
    if (front.at_end()) return {Status::date, true, midnight};
    if (!front.take('T') && !front.take(' ')) return {Status::no_such};
    std::int64_t time = 0;
    std::int64_t ahead = 0;
    if (const Status status = read_time(front, time); status != Status::date) return {status};
    if (const Status status = read_zone(front, ahead); status != Status::date) return {status};
    return {Status::date, false, midnight + time - ahead};
}

}  // namespace hookspect::base
