#include "query/term_check.h"

#include "base/nearest.h"
#include "base/number.h"
#include "base/uuid.h"
#include "base/wording.h"
#include "query/aql_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace hookspect::query {
namespace {

using std::string_view;

bool applies(Operator op, const schema::PathType& type) {
    switch (op) {
        case Operator::known:
        case Operator::unknown:
        case Operator::empty: return true;
        case Operator::equal:
        case Operator::in: return type.text || type.number || type.boolean;
        case Operator::less:
        case Operator::less_or_equal:
        case Operator::greater:
        case Operator::greater_or_equal:
        case Operator::between: return type.text || type.number;
        case Operator::contains:
        case Operator::any_of:
        case Operator::all_of: return type.text || type.list;
        case Operator::starts_with:
        case Operator::ends_with:
        case Operator::match: return type.text;
    }
    return false;
}

string_view first_key_inside(const schema::Path& path) {
    if (path.field == schema::no_field) return {};
    const schema::Field& row = schema::field(path.field);
    return row.type == schema::ValueType::object && schema::is_multilingual(row.object) ? "*" : string_view{};
}

std::string hint_for_operator(const WrittenTerm& term, const schema::PathType& type) {
    if (type.list) {
        const bool several = term.word->op == Operator::in;
        return several ? "did you mean anyOf?"
                       : fmt::format("did you mean contains? {}[*] tests each member", term.path.text);
    }
    const string_view inside = first_key_inside(term.path);
    return inside.empty() ? std::string{} : fmt::format("did you mean {}.{}?", term.path.text, inside);
}

// Broken events hold what the schema rules out.
constexpr string_view way_to_broken = "; for broken events: rule == enum, or =~";
constexpr string_view way_to_broken_person = "; for broken events: rule == person-id, or =~";
constexpr string_view way_to_broken_number = "; for broken events: rule == whole-number";

base::TextError value_error(const WrittenTerm& term, const Literal& literal, const schema::PathType& type) {
    const auto near = base::nearest(literal.text, type.values);
    const std::string meant = near.empty() ? std::string{} : fmt::format("did you mean {}? ", near.front());
    return error_at(literal, fmt::format("{} is never {}", term.path.text, base::quoted(literal.text)),
                    meant + "it is " + base::either_of(type.values) + std::string(way_to_broken));
}

/// What a PersonID, or an identifier that is a number, can never be.
std::optional<base::TextError> check_whole_value(const WrittenTerm& term, const Literal& literal,
                                                 const schema::PathType& type) {
    const std::string message = fmt::format("{} is never {}", term.path.text, base::quoted(literal.text));
    const bool person = type.ignores_case && !type.number && !type.any;
    if (person && !base::is_person_id(literal.text)) {
        const std::string meant = literal.text == "anonymous"
                                      ? base::did_you_mean(in_quotes(base::anonymous)) + " "
                                      : std::string();
        return error_at(literal, message,
                        meant + "it is a UUID or '[anonymous]'" + std::string(way_to_broken_person));
    }
    const bool identifier = type.identifier && !type.text && !type.any && base::is_number(literal.text);
    if (identifier && (base::is_negative(literal.text) || !base::is_whole(literal.text))) {
        return error_at(literal, message, "it is a whole number from 0" + std::string(way_to_broken_number));
    }
    return std::nullopt;
}

/// The first literal that is not among the documented values, where the operator asks for whole values.
const Literal* outside_values(const WrittenTerm& term, const schema::PathType& type) {
    for (const Literal& literal : term.literals) {
        if (std::find(type.values.begin(), type.values.end(), literal.text) == type.values.end())
            return &literal;
    }
    return nullptr;
}

std::optional<base::TextError> check_values(const WrittenTerm& term, const schema::PathType& type,
                                            const Comparison& comparison) {
    const bool equal = comparison.op == Operator::equal || comparison.op == Operator::in;
    for (const Literal& literal : term.literals) {
        if (!equal) break;
        if (auto error = check_whole_value(term, literal, type)) return error;
    }
    if (type.values.empty() || term.literals.empty()) return std::nullopt;
    const bool whole = type.list || equal;
    if (whole) {
        const Literal* literal = outside_values(term, type);
        return literal == nullptr ? std::nullopt : std::optional(value_error(term, *literal, type));
    }
    const bool can_hold = std::any_of(type.values.begin(), type.values.end(),
                                      [&](string_view value) { return holds_for_text(comparison, value); });
    if (can_hold) return std::nullopt;
    return base::TextError{fmt::format("{} is never true for {}", term.word->word, term.path.text),
                           term.word_token.offset,
                           term.literals.back().offset + term.literals.back().size - term.word_token.offset,
                           "it is " + base::either_of(type.values) + std::string(way_to_broken)};
}

bool is_reversed(const Operand& low, const Operand& high) {
    if (low.number && high.number) {
        const auto reversed = [&](schema::Unit unit) {
            return order(low.number->in(unit).low, high.number->in(unit)) > 0;
        };
        return reversed(schema::Unit::seconds) && reversed(schema::Unit::milliseconds);
    }
    return low.is_text && high.is_text && low.text > high.text;
}

std::optional<base::TextError> check_between(const WrittenTerm& term, const Comparison& comparison) {
    const Operand& low = comparison.operands[0];
    const Operand& high = comparison.operands[1];
    const Literal& first = term.literals[0];
    const Literal& last = term.literals[1];
    const std::size_t size = last.offset + last.size - first.offset;
    if (!(low.number && high.number) && !(low.is_text && high.is_text)) {
        return base::TextError{"a range needs two numbers or two strings", first.offset, size, {}};
    }
    if (!is_reversed(low, high)) return std::nullopt;
    const auto written = [](const Literal& literal) {
        return literal.quoted ? in_quotes(literal.text) : literal.text;
    };
    return base::TextError{"the range is empty: the first value is greater than the second", first.offset,
                           size,
                           fmt::format("did you mean between ({}, {})?", written(last), written(first))};
}

}  // namespace

bool can_ask(const OperatorWord& word, const schema::PathType& type) {
    if (type.any || applies(word.op, type)) return true;
    // AQL's words convert: a number is a text too.
    const bool converts = word.dialect == Dialect::aql && (type.number || type.boolean);
    return converts && word.op != Operator::any_of && word.op != Operator::all_of;
}

std::optional<base::TextError> check_operator(const WrittenTerm& term, const schema::PathType& type) {
    if (can_ask(*term.word, type)) return std::nullopt;
    const Token& word = term.word_token;
    return base::TextError{
        fmt::format("{} is {}, so {} does not apply", term.path.text, schema::describe(type), word.text),
        word.offset, word.text.size(), hint_for_operator(term, type)};
}

std::optional<base::TextError> check_comparison(const WrittenTerm& term, const schema::PathType& type,
                                                const Comparison& comparison) {
    if (comparison.op == Operator::between) {
        if (auto error = check_between(term, comparison)) return error;
    }
    return check_values(term, type, comparison);
}

std::optional<base::TextError> check_aql_values(const WrittenTerm& term, const schema::PathType& type) {
    const Operator op = term.word->op;
    for (const Literal& literal : term.literals) {
        if (op != Operator::equal && op != Operator::in) break;
        if (auto error = check_whole_value(term, literal, type)) return error;
    }
    if (type.values.empty()) return std::nullopt;
    const bool members = type.list || op == Operator::in;
    const bool parts = op == Operator::contains || op == Operator::any_of || op == Operator::all_of;
    for (const Literal& literal : term.literals) {
        // AQL looks into the text of a list, whose members are joined by commas.
        if (type.list && op == Operator::contains && literal.text.find(',') != std::string::npos) continue;
        const std::string lowered = lower_case(literal.text);
        const auto fits = [&](string_view value) {
            if (op == Operator::contains) return lower_case(value).find(lowered) != std::string::npos;
            if (members) return value == literal.text;
            return parts ? value.find(literal.text) != string_view::npos : lower_case(value) == lowered;
        };
        const bool asks = members || parts || op == Operator::equal;
        if (asks && std::none_of(type.values.begin(), type.values.end(), fits)) {
            return value_error(term, literal, type);
        }
    }
    return std::nullopt;
}

}  // namespace hookspect::query
