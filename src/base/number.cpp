#include "base/number.h"

#include "base/ascii.h"

#include <algorithm>

namespace hookspect::base {
namespace {

constexpr std::int64_t exponent_cap = 100'000'000'000'000'000;

/// The digits of a number from the first to the last that is not 0, read across the decimal point.
struct Decimal {
    bool negative = false;
    std::string_view
        digits;  // from the first significant digit to the last, perhaps with the point among them
    std::int64_t count = 0;  // of significant digits; 0 for zero
    std::int64_t point = 0;  // the value is 0.DIGITS times ten to this power
};

/// Takes the digits at the front and tells how many there were.
std::size_t take_digits(std::string_view& text) {
    const std::size_t size = text.size();
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    return size - text.size();
}

std::int64_t read_exponent(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);
    std::int64_t value = 0;
    for (const char c : text) value = std::min(exponent_cap, value * 10 + (c - '0'));
    return negative ? -value : value;
}

Decimal read(std::string_view text) {
    Decimal number;
    number.negative = !text.empty() && text.front() == '-';
    if (number.negative) text.remove_prefix(1);
    const std::size_t exponent_at = text.find_first_of("eE");
    std::int64_t exponent = 0;
    if (exponent_at != std::string_view::npos) {
        exponent = read_exponent(text.substr(exponent_at + 1));
        text = text.substr(0, exponent_at);
    }
    const std::size_t first = text.find_first_not_of("0.");
    if (first == std::string_view::npos) return {};
    const std::size_t last = text.find_last_not_of("0.");
    const std::size_t point = std::min(text.find('.'), text.size());
    const auto distance = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
    number.digits = text.substr(first, last + 1 - first);
    const bool has_point = point > first && point < last;
    number.count = static_cast<std::int64_t>(number.digits.size()) - (has_point ? 1 : 0);
    number.point = exponent + (point > first ? distance : distance + 1);
    return number;
}

/// Compares the significant digits as fractions: a shorter one has zeros behind it.
std::strong_ordering compare_digits(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    for (;; ++i, ++j) {
        if (i < a.size() && a[i] == '.') ++i;
        if (j < b.size() && b[j] == '.') ++j;
        if (i == a.size() || j == b.size()) break;
        if (a[i] != b[j]) return a[i] <=> b[j];
    }
    return (a.size() - i) <=> (b.size() - j);
}

std::strong_ordering compare_magnitudes(const Decimal& a, const Decimal& b) {
    if (a.count == 0 || b.count == 0) return a.count <=> b.count;
    if (a.point != b.point) return a.point <=> b.point;
    return compare_digits(a.digits, b.digits);
}

/// Digits without leading zeros: of equal length, these compare as texts do.
bool is_plain_whole(std::string_view number) {
    return !number.empty() && (number.front() != '0' || number.size() == 1) && is_plain_digits(number);
}

/// The number as a multiple of ten to the power `unit`, which is at most that of its last digit.
std::optional<std::int64_t> scaled(const Decimal& number, std::int64_t unit) {
    if (number.count == 0) return 0;
    if (number.point - unit > 18) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : number.digits) {
        if (c != '.') value = value * 10 + (c - '0');
    }
    for (std::int64_t i = number.point - number.count; i > unit; --i) value *= 10;
    return number.negative ? -value : value;
}

bool is_whole(const Decimal& number) {
    return number.count == 0 || number.point >= number.count;
}

}  // namespace

bool is_number(std::string_view text) noexcept {
    if (text.starts_with('-')) text.remove_prefix(1);
    const bool leading_zero = text.starts_with('0');
    const std::size_t whole = take_digits(text);
    if (whole == 0 || (whole > 1 && leading_zero)) return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (take_digits(text) == 0) return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(text.size() > 1 && (text[1] == '+' || text[1] == '-') ? 2 : 1);
        if (take_digits(text) == 0) return false;
    }
    return text.empty();
}

bool is_whole(std::string_view number) noexcept {
    return is_plain_digits(number) || is_whole(read(number));
}

bool is_negative(std::string_view number) noexcept {
    return !number.empty() && number.front() == '-' && read(number).count > 0;
}

std::strong_ordering compare_numbers(std::string_view a, std::string_view b) noexcept {
    if (is_plain_whole(a) && is_plain_whole(b)) return a.size() == b.size() ? a <=> b : a.size() <=> b.size();
    const Decimal left = read(a);
    const Decimal right = read(b);
    if (left.negative != right.negative) {
        return left.negative ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    const auto order = compare_magnitudes(left, right);
    return left.negative ? 0 <=> order : order;
}

void append_normal_number(std::string& out, std::string_view number) {
    const Decimal decimal = read(number);
    if (decimal.count == 0) {
        out.push_back('0');
        return;
    }
    if (decimal.negative) out.push_back('-');
    for (const char c : decimal.digits) {
        if (c != '.') out.push_back(c);
    }
    out.append("e").append(std::to_string(decimal.point));
}

std::optional<std::string> number_difference(std::string_view before, std::string_view after) {
    const Decimal a = read(before);
    const Decimal b = read(after);
    // The power of ten that the last digit of either stands for.
    const auto last = [](const Decimal& number) {
        return number.count == 0 ? 0 : number.point - number.count;
    };
    const std::int64_t unit = std::min({last(a), last(b), std::int64_t{0}});
    if (unit < -18) return std::nullopt;
    const auto from = scaled(a, unit);
    const auto to = scaled(b, unit);
    if (!from || !to) return std::nullopt;
    const std::int64_t difference = *to - *from;
    std::string digits = std::to_string(difference < 0 ? -difference : difference);
    const auto fraction = static_cast<std::size_t>(-unit);
    if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
    if (fraction > 0) {
        digits.insert(digits.size() - fraction, ".");
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
    }
    return (difference < 0 ? "-" : "+") + digits;
}

std::optional<std::int64_t> small_whole_value(std::string_view number) noexcept {
    const Decimal decimal = read(number);
    return is_whole(decimal) ? scaled(decimal, 0) : std::nullopt;
}

}  // namespace hookspect::base
