#pragma once

#include "query/aql_test.h"
#include "query/comparison.h"
#include "query/operators.h"
#include "query/token.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace hookspect::query {

/// `PATH OPERATOR LITERAL…` as it is written in an expression.
struct WrittenTerm {
    schema::Path path;
    std::size_t path_offset = 0;
    std::size_t path_size = 0;
    const OperatorWord* word = nullptr;
    Token word_token;
    std::vector<Literal> literals;  // as many as the operator's form wants
};

/// What the term asks of an event; `word->negated` is not looked at.
using Term = std::variant<Comparison, AqlTest>;

/// Compiles a term, checked against the schema: an operator that has no meaning for the path's type, a
/// literal of another type or outside the documented values, a `between` that nothing is in. `now`: seconds
/// since 1970.
[[nodiscard]] std::variant<Term, base::TextError> make_term(const WrittenTerm& term, std::int64_t now);

/// A path that stands alone: it holds where its value is true.
[[nodiscard]] std::variant<Term, base::TextError> make_boolean_term(const WrittenTerm& term);

}  // namespace hookspect::query
