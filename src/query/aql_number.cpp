#include "query/aql_number.h"

#include "base/number.h"
#include "base/utf8.h"

#include <charconv>
#include <system_error>

namespace hookspect::query {
namespace {

using std::string_view;
using Sort = AqlNumber::Kind;

std::size_t count_digits(string_view text) {
    const std::size_t end = text.find_first_not_of("0123456789");
    return end == string_view::npos ? text.size() : end;
}

/// Digits with at most one point, and an exponent (ECMA-262, StrUnsignedDecimalLiteral without Infinity).
bool is_decimal(string_view text) {
    std::size_t digits = count_digits(text);
    text.remove_prefix(digits);
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const std::size_t decimals = count_digits(text);
        text.remove_prefix(decimals);
        digits += decimals;
    }
    if (digits == 0 || text.empty()) return digits > 0;
    if (text.front() != 'e' && text.front() != 'E') return false;
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
    return !text.empty() && count_digits(text) == text.size();
}

AqlNumber read_in_base(string_view digits, int base) {
    std::uint64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size() && !digits.empty();
    return whole ? AqlNumber(std::to_string(value)) : AqlNumber{};
}

int base_of(string_view prefix) {
    if (prefix == "0x" || prefix == "0X") return 16;
    if (prefix == "0o" || prefix == "0O") return 8;
    return prefix == "0b" || prefix == "0B" ? 2 : 0;
}

/// Blanks at the front are found from the front, those at the end by trying each character from the front as
/// well: a text that is a number has no blank inside.
string_view trimmed(string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t size = base::front_code_point(text.substr(begin)).size;
        if (!base::is_blank(text.substr(begin, size))) break;
        begin += size;
    }
    text.remove_prefix(begin);
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t size = base::front_code_point(text.substr(end)).size;
        if (base::is_blank(text.substr(end, size))) break;
        end += size;
    }
    return base::is_blank(text.substr(end)) ? text.substr(0, end) : text;
}

}  // namespace

AqlNumber read_aql_number(string_view text) {
    text = trimmed(text);
    if (text.empty()) return AqlNumber("0");
    if (const int base = base_of(text.substr(0, 2)); base != 0) return read_in_base(text.substr(2), base);
    const bool minus = text.front() == '-';
    const bool sign = minus || text.front() == '+';
    const string_view unsigned_text = text.substr(sign ? 1 : 0);
    AqlNumber number;
    if (unsigned_text == "Infinity") {
        number.kind = minus ? Sort::minus_infinite : Sort::infinite;
    } else if (is_decimal(unsigned_text)) {
        number = AqlNumber(minus ? text : unsigned_text);
    }
    return number;
}

std::optional<int> order(const AqlNumber& a, const AqlNumber& b) noexcept {
    if (a.kind == Sort::none || b.kind == Sort::none) return std::nullopt;
    const auto rank = [](Sort kind) {
        return kind == Sort::minus_infinite ? -1 : (kind == Sort::infinite ? 1 : 0);
    };
    if (rank(a.kind) != 0 || rank(b.kind) != 0) return rank(a.kind) - rank(b.kind);
    const auto order = base::compare_numbers(a.text, b.text);
    return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

}  // namespace hookspect::query
