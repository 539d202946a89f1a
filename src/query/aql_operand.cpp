#include "query/aql_operand.h"

#include "base/json_text.h"
#include "base/number.h"
#include "query/aql_value.h"

#include <string>

namespace hookspect::query {
namespace {

/// A bareword takes the type that the schema knows; where it knows none, it is what it reads as.
bool is_bare_value(const Literal& literal, const schema::PathType& type) {
    if (literal.quoted) return false;
    const bool boolean = literal.text == "true" || literal.text == "false";
    if (boolean) return type.boolean || type.any;
    return base::is_number(literal.text) && (type.number || type.any) && !type.text;
}

/// A text that converts to no number is never less, equal or greater.
bool can_convert(const WrittenTerm& term, const Literal& literal, const schema::PathType& type) {
    if (type.any || type.text || type.list) return true;
    switch (term.word->op) {
        case Operator::contains:
        case Operator::match: return true;
        default: break;
    }
    const bool boolean = type.boolean && (literal.text == "true" || literal.text == "false");
    return boolean || (type.number && reads_as_number(literal.text));
}

}  // namespace

std::variant<std::shared_ptr<const event::Event>, base::TextError> read_aql_operand(
    const WrittenTerm& term, const schema::PathType& type) {
    const bool list = term.word->form == OperandForm::list;
    std::string json = list ? "[" : "";
    for (const Literal& literal : term.literals) {
        if (literal.is_null())
            return error_at(literal, "null is not a value to compare with", "use known or unknown");
        if (!can_convert(term, literal, type)) return wrong_type(literal, term.path, type);
        if (json.size() > 1) json += ',';
        if (is_bare_value(literal, type)) {
            json += literal.text;
        } else {
            base::append_json_string(json, literal.text);
        }
        if (!list) break;
    }
    if (list) json += ']';
    auto decoded = decode_literal(json);
    if (decoded == nullptr) {
        return base::TextError{"too many values", term.word_token.offset, term.word_token.text.size(), {}};
    }
    return decoded;
}

}  // namespace hookspect::query
