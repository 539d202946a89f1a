#include "query/number_literal.h"

#include "base/number.h"

#include <cstdint>
#include <cstdlib>

namespace hookspect::query {
namespace {

/// Nearly all numbers are plain digits, which need no look at points and exponents.
int sign_of_comparison(std::string_view a, std::string_view b) {
    if (base::is_plain_digits(a) && base::is_plain_digits(b) && a.size() == b.size()) return a.compare(b);
    const auto order = base::compare_numbers(a, b);
    return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

std::string in_seconds(std::int64_t milliseconds) {
    const std::string fraction = std::to_string(1000 + std::abs(milliseconds % 1000)).substr(1);
    const std::string whole = std::to_string(std::abs(milliseconds / 1000));
    return (milliseconds < 0 ? "-" : "") + whole + (fraction == "000" ? "" : "." + fraction);
}

}  // namespace

int order(std::string_view number, const NumberSpan& span) noexcept {
    const int low = sign_of_comparison(number, span.low);
    if (low < 0) return -1;
    if (span.high.empty()) return low == 0 ? 0 : 1;
    return sign_of_comparison(number, span.high) < 0 ? 0 : 1;
}

NumberLiteral number_literal(std::string_view number) {
    return {false, {NumberSpan{std::string(number), {}}, {}}};
}

NumberLiteral number_literal(const base::DateLiteral& date) {
    NumberLiteral literal{true, {NumberSpan{in_seconds(date.begin), {}}, {std::to_string(date.begin), {}}}};
    if (!date.day) return literal;
    literal.spans[0].high = in_seconds(date.begin + base::milliseconds_of_day);
    literal.spans[1].high = std::to_string(date.begin + base::milliseconds_of_day);
    return literal;
}

}  // namespace hookspect::query
