#pragma once

#include "query/number_literal.h"
#include "query/token.h"
#include "schema/path_type.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace hookspect::query {

/// What a literal is compared as by the strict operators: a text, a number, a boolean, or more than one of
/// them where the path's values may be of several types.
struct Operand {
    std::string text;  // as it is written, for operators that look into texts
    bool is_text = false;
    std::optional<NumberLiteral> number;
    std::optional<bool> truth;
};

/// The literal as a value of the path's type: a bareword takes the type that the schema knows; where it knows
/// none, it is a number or a boolean if it reads as one. `now`: seconds since 1970. Errors have offsets in
/// the expression.
[[nodiscard]] std::variant<Operand, base::TextError> read_operand(const Literal& literal,
                                                                  const schema::Path& path,
                                                                  const schema::PathType& type,
                                                                  std::int64_t now);

/// The error of a literal that is none of the path's type.
[[nodiscard]] base::TextError wrong_type(const Literal& literal, const schema::Path& path,
                                         const schema::PathType& type);

/// The error of a literal that looks like a date and is none, and its like; an empty message if it is well.
[[nodiscard]] base::TextError date_error(const Literal& literal, const base::DateLiteral& date);

/// An error at a literal.
[[nodiscard]] base::TextError error_at(const Literal& literal, std::string message, std::string hint = {});

/// The text in the quotes of an expression: `'Léa''`.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace hookspect::query
