#include "query/term.h"

#include "base/normal_text.h"
#include "query/aql_operand.h"
#include "query/term_check.h"

#include <algorithm>
#include <utility>

namespace hookspect::query {
namespace {

using Made = std::variant<Term, base::TextError>;

void to_lower(std::string& text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

void normalize(std::string& text) {
    std::string normal;
    if (base::normal_text(text, normal).data() == normal.data()) text = std::move(normal);
}

/// The error of a literal's text, at its place in the expression.
base::TextError placed(const Literal& literal, base::TextError error) {
    const std::size_t begin = offset_in(literal, error.offset);
    error.size = offset_in(literal, error.offset + error.size) - begin;
    error.offset = begin;
    return error;
}

/// The first literal is a regular expression, the second its flags.
std::variant<Pattern, base::TextError> compile(const WrittenTerm& term) {
    const Literal& expression = term.literals[0];
    std::string_view flags;
    if (term.literals.size() > 1) {
        flags = term.literals[1].text;
        if (auto error = Pattern::check_flags(flags)) return placed(term.literals[1], std::move(*error));
    }
    std::string text = expression.text;
    normalize(text);
    auto compiled = Pattern::compile(text, flags);
    if (auto* error = std::get_if<base::TextError>(&compiled)) return placed(expression, std::move(*error));
    return compiled;
}

/// `== null` asks the same as `unknown`.
Made make_null_term(const WrittenTerm& term) {
    Comparison comparison;
    comparison.path = term.path;
    comparison.op = Operator::unknown;
    return Term(std::move(comparison));
}

Made make_strict_term(const WrittenTerm& term, const schema::PathType& type, std::int64_t now) {
    Comparison comparison;
    comparison.path = term.path;
    comparison.op = term.word->op;
    comparison.ignores_case = type.ignores_case;
    if (comparison.op == Operator::match) {
        auto pattern = compile(term);
        if (auto* error = std::get_if<base::TextError>(&pattern)) return std::move(*error);
        comparison.pattern = std::move(*std::get_if<Pattern>(&pattern));
    }
    for (const Literal& literal : term.literals) {
        auto operand = read_operand(literal, term.path, type, now);
        if (auto* error = std::get_if<base::TextError>(&operand)) return std::move(*error);
        comparison.operands.push_back(std::move(*std::get_if<Operand>(&operand)));
        normalize(comparison.operands.back().text);
        if (type.ignores_case) to_lower(comparison.operands.back().text);
    }
    if (auto error = check_comparison(term, type, comparison)) return std::move(*error);
    return Term(std::move(comparison));
}

Made make_aql_term(const WrittenTerm& term, const schema::PathType& type) {
    auto operand = read_aql_operand(term, type);
    if (auto* error = std::get_if<base::TextError>(&operand)) return std::move(*error);
    AqlTest test;
    test.path = term.path;
    test.op = term.word->op;
    test.null_is_false = true;
    if (test.op == Operator::match) {
        auto pattern = compile(term);
        if (auto* error = std::get_if<base::TextError>(&pattern)) return std::move(*error);
        test.pattern = std::move(*std::get_if<Pattern>(&pattern));
    }
    set_operand(test, std::move(*std::get_if<std::shared_ptr<const event::Event>>(&operand)), 0);
    if (auto error = check_aql_values(term, type)) return std::move(*error);
    return Term(std::move(test));
}

/// A date is no number of JavaScript's: it is compared as the strict operators do.
bool holds_date(const WrittenTerm& term, const schema::PathType& type, std::int64_t now) {
    return type.time &&
           std::any_of(term.literals.begin(), term.literals.end(), [now](const Literal& literal) {
               return base::read_date(literal.text, now).status != base::DateLiteral::Status::none;
           });
}

}  // namespace

Made make_term(const WrittenTerm& term, std::int64_t now) {
    const schema::PathType type = schema::type_of(term.path);
    if (term.word->op == Operator::equal && term.literals[0].is_null()) return make_null_term(term);
    if (auto error = check_operator(term, type)) return std::move(*error);
    const bool strict = term.word->dialect == Dialect::strict || holds_date(term, type, now);
    return strict ? make_strict_term(term, type, now) : make_aql_term(term, type);
}

Made make_boolean_term(const WrittenTerm& term) {
    const schema::PathType type = schema::type_of(term.path);
    if (!type.boolean && !type.any) {
        return base::TextError{
            term.path.text + " is " + schema::describe(type) + ": expected an operator after it",
            term.path_offset, term.path_size, "to test whether it is set: " + term.path.text + " known"};
    }
    Comparison comparison;
    comparison.path = term.path;
    comparison.op = Operator::equal;
    comparison.operands.push_back({"true", false, {}, true});
    return Term(std::move(comparison));
}

}  // namespace hookspect::query
