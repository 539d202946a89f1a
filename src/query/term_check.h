#pragma once

#include "query/term.h"

#include <memory>
#include <optional>
#include <variant>

namespace hookspect::query {

// What the schema says against a term before any event is read. All offsets are those of the expression.

/// Whether an operator has a meaning for values of this type.
[[nodiscard]] bool can_ask(const OperatorWord& word, const schema::PathType& type);

/// The operator of the term has a meaning for values of this type.
[[nodiscard]] std::optional<base::TextError> check_operator(const WrittenTerm& term,
                                                            const schema::PathType& type);

/// The comparison can hold for some value.
[[nodiscard]] std::optional<base::TextError> check_comparison(const WrittenTerm& term,
                                                              const schema::PathType& type,
                                                              const Comparison& comparison);

/// The literals of AQL's words can be equal to, or part of, the documented values.
[[nodiscard]] std::optional<base::TextError> check_aql_values(const WrittenTerm& term,
                                                              const schema::PathType& type);

}  // namespace hookspect::query
