#pragma once

#include "base/date_literal.h"
#include "schema/fields.h"

#include <array>
#include <string>
#include <string_view>

namespace hookspect::query {

/// The numbers from `low` up to `high`, which is not among them; where `high` is empty, `low` alone. Texts of
/// JSON numbers.
struct NumberSpan {
    std::string low;
    std::string high;
};

/// -1 below the span, 0 in it, 1 above it. `number` is the text of a JSON number; exact whatever its size.
[[nodiscard]] int order(std::string_view number, const NumberSpan& span) noexcept;

/// What a literal means as a number: the same in every unit, or for a date what it is in the field's.
struct NumberLiteral {
    bool date = false;
    std::array<NumberSpan, 2> spans;  // of a date: in seconds, in milliseconds; else the first

    [[nodiscard]] const NumberSpan& in(schema::Unit unit) const {
        return spans[date && unit == schema::Unit::milliseconds ? 1 : 0];
    }
};

/// Of the text of a JSON number: that number, in any unit.
[[nodiscard]] NumberLiteral number_literal(std::string_view number);
/// Of a date: all of its day, or one moment where it has a time.
[[nodiscard]] NumberLiteral number_literal(const base::DateLiteral& date);

}  // namespace hookspect::query
