#include "query/aql_text.h"

#include "base/number.h"
#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace hookspect::query {
namespace {

using std::string_view;

/// A number other than 0: 0.DIGITS times ten to the power `point`.
struct Digits {
    std::string digits;  // neither begins nor ends with 0
    std::int64_t point = 0;
};

constexpr std::int64_t largest_exponent = 1'000'000'000'000;

std::int64_t read_exponent(string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    const bool negative = !text.empty() && text.front() == '-';
    std::int64_t value = 0;
    for (const char c : text.substr(negative ? 1 : 0))
        value = std::min(largest_exponent, value * 10 + (c - '0'));
    return negative ? -value : value;
}

Digits read_digits(string_view number) {
    const std::size_t e = std::min(number.find_first_of("eE"), number.size());
    Digits read;
    if (e < number.size()) read.point = read_exponent(number.substr(e + 1));
    bool fraction = false;
    for (const char c : number.substr(0, e)) {
        if (c == '.') {
            fraction = true;
        } else if (read.digits.empty() && c == '0') {
            read.point -= fraction ? 1 : 0;
        } else {
            read.digits.push_back(c);
            read.point += fraction ? 0 : 1;
        }
    }
    read.digits.erase(read.digits.find_last_not_of('0') + 1);
    return read;
}

}  // namespace

/// ECMA-262, Number::toString.
void append_number_text(std::string& out, string_view number) {
    constexpr std::int64_t longest = 21;
    const bool negative = !number.empty() && number.front() == '-';
    if (!negative && base::is_plain_digits(number) && number.size() <= longest)
        return void(out.append(number));
    const Digits read = read_digits(number.substr(negative ? 1 : 0));
    if (read.digits.empty()) return out.push_back('0');
    if (negative) out.push_back('-');
    const auto count = static_cast<std::int64_t>(read.digits.size());
    const auto inside = static_cast<std::size_t>(std::clamp<std::int64_t>(read.point, 0, count));
    if (read.point > 0 && read.point <= longest) {
        out.append(read.digits, 0, inside);
        if (count <= read.point) return void(out.append(static_cast<std::size_t>(read.point - count), '0'));
        out.append(".").append(read.digits, inside);
    } else if (read.point > -6 && read.point <= 0) {
        out.append("0.").append(static_cast<std::size_t>(-read.point), '0').append(read.digits);
    } else {
        out.push_back(read.digits.front());
        if (count > 1) out.append(".").append(read.digits, 1);
        const std::int64_t exponent = read.point - 1;
        out.append(exponent < 0 ? "e-" : "e+").append(std::to_string(exponent < 0 ? -exponent : exponent));
    }
}

namespace {

void append_scalar_text(std::string& out, const event::Event& event, const event::Slot& slot) {
    std::string scratch;
    switch (slot.kind) {
        case event::Kind::null: return;
        case event::Kind::number: return append_number_text(out, event.raw(slot));
        case event::Kind::boolean:
        case event::Kind::string: out.append(event.text(slot, scratch)); return;
        case event::Kind::object: out.append("[object Object]"); return;
        case event::Kind::array: return;
    }
}

}  // namespace

void append_value_text(std::string& out, const event::Event& event, event::SlotIndex value) {
    if (event[value].kind == event::Kind::null) return void(out.append("null"));
    // Lists within lists come out flat; a comma stands before every member but the first of its list, which
    // is the one right behind the list's own slot.
    event::SlotIndex i = value;
    while (i < event.end(value)) {
        const bool first = i == value || (event[i - 1].kind == event::Kind::array && event.end(i - 1) > i);
        if (!first) out.push_back(',');
        append_scalar_text(out, event, event[i]);
        i = event[i].kind == event::Kind::array ? i + 1 : event.next(i);
    }
}

bool is_falsy(const event::Event& event, event::SlotIndex value) {
    const event::Slot& slot = event[value];
    switch (slot.kind) {
        case event::Kind::null: return true;
        case event::Kind::boolean: return event.raw(slot) == "false";
        case event::Kind::number:
            return base::compare_numbers(event.raw(slot), "0") == std::strong_ordering::equal;
        case event::Kind::string: return slot.size == 0;
        case event::Kind::object:
        case event::Kind::array: break;
    }
    return false;
}

std::string lower_case(string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.front());
        if (byte < 0x80) {
            out.push_back(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte));
            text.remove_prefix(1);
            continue;
        }
        const base::CodePoint point = base::front_code_point(text);
        base::append_utf8(
            out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point.value))));
        text.remove_prefix(point.size);
    }
    return out;
}

int compare_utf16(string_view a, string_view b) noexcept {
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (x == a.end() || y == b.end()) return (x == a.end() ? 0 : 1) - (y == b.end() ? 0 : 1);
    const auto left = static_cast<unsigned char>(*x);
    const auto right = static_cast<unsigned char>(*y);
    // Code points from U+10000 are surrogates in UTF-16, and come before U+E000 to U+FFFF; all else is in the
    // order of its bytes.
    constexpr unsigned char lead_of_e000 = 0xEE;
    constexpr unsigned char lead_of_10000 = 0xF0;
    const bool surrogates = left >= lead_of_10000 || right >= lead_of_10000;
    const int order = left < right ? -1 : 1;
    return surrogates && left >= lead_of_e000 && right >= lead_of_e000 &&
                   (left >= lead_of_10000) != (right >= lead_of_10000)
               ? -order
               : order;
}

}  // namespace hookspect::query
