#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hookspect::query {

/// What is asked of a value. The *not* of one is OperatorWord::negated.
enum class Operator : std::uint8_t {
    equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
    between,
    in,
    contains,
    starts_with,
    ends_with,
    match,
    any_of,
    all_of,
    known,
    unknown,
    empty,
};

/// Whose meaning an operator has: the symbols are strict, AQL's words convert as JavaScript does.
enum class Dialect : std::uint8_t { strict, aql };

/// What stands behind an operator in an expression.
enum class OperandForm : std::uint8_t { none, one, pair, list, pattern };

/// One way to write an operator.
struct OperatorWord {
    std::string_view word;
    Operator op;
    bool negated;  // it is the *not* of `op`
    OperandForm form;
    Dialect dialect;  // in an expression; in an AQL condition all words are AQL's
    bool in_aql;      // AQL conditions know it
};

/// Every way to write an operator.
[[nodiscard]] std::span<const OperatorWord> operator_words() noexcept;

/// The operator of an expression, or null.
[[nodiscard]] const OperatorWord* find_operator(std::string_view word) noexcept;
/// The operator of an AQL condition, or null.
[[nodiscard]] const OperatorWord* find_aql_operator(std::string_view word) noexcept;

/// Words that mean something in an expression, so that they need quotes to be a value.
[[nodiscard]] bool is_keyword(std::string_view word) noexcept;

/// What was most likely meant by a word or symbol that is no operator, of an expression or of an AQL
/// condition; may be empty.
[[nodiscard]] std::string_view operator_meant_by(std::string_view word);
[[nodiscard]] std::string_view aql_operator_meant_by(std::string_view word);

}  // namespace hookspect::query
