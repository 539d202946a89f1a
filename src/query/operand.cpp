#include "query/operand.h"

#include "base/number.h"
#include "base/wording.h"

#include <algorithm>

namespace hookspect::query {
namespace {

using std::string_view;

std::optional<bool> read_boolean(const Literal& literal) {
    if (literal.quoted || (literal.text != "true" && literal.text != "false")) return std::nullopt;
    return literal.text == "true";
}

/// A date may have to be quoted for its blank, so that quotes make no text of it.
std::variant<std::monostate, NumberLiteral, base::TextError> read_number(const Literal& literal,
                                                                         const schema::PathType& type,
                                                                         std::int64_t now) {
    if (!literal.quoted && base::is_number(literal.text)) return number_literal(literal.text);
    if (!type.time) return std::monostate{};
    const base::DateLiteral date = base::read_date(literal.text, now);
    if (base::TextError error = date_error(literal, date); !error.message.empty()) return error;
    if (date.status == base::DateLiteral::Status::none) return std::monostate{};
    return number_literal(date);
}

std::string boolean_hint(string_view text) {
    if (text == "yes" || text == "1" || text == "on") return base::did_you_mean("true");
    if (text == "no" || text == "0" || text == "off") return base::did_you_mean("false");
    if (text == "true" || text == "false") return base::did_you_mean(text);
    return "a boolean is true or false";
}

}  // namespace

base::TextError error_at(const Literal& literal, std::string message, std::string hint) {
    return {std::move(message), literal.offset, literal.size, std::move(hint)};
}

std::string in_quotes(string_view text) {
    const char quote = text.find('\'') == string_view::npos ? '\'' : '"';
    std::string out(1, quote);
    for (const char c : text) {
        if (c == quote || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out + quote;
}

base::TextError date_error(const Literal& literal, const base::DateLiteral& date) {
    switch (date.status) {
        case base::DateLiteral::Status::no_such:
            return error_at(literal, "there is no such date: " + base::quoted(literal.text),
                            "write a date as 2026-01-31, 2026-01-31T12:00:00Z or -7d");
        case base::DateLiteral::Status::no_zone:
            return error_at(literal, "a time without a time zone: " + base::quoted(literal.text),
                            "for UTC, add a Z; for local time its offset, +01:00");
        case base::DateLiteral::Status::too_far:
            return error_at(literal, "that is too long ago: " + base::quoted(literal.text));
        case base::DateLiteral::Status::none:
        case base::DateLiteral::Status::date: break;
    }
    return {};
}

base::TextError wrong_type(const Literal& literal, const schema::Path& path, const schema::PathType& type) {
    std::string hint;
    if (type.number && literal.quoted && base::is_number(literal.text)) {
        hint = base::did_you_mean(literal.text);
    } else if (type.time) {
        hint = "write a time as 2026-01-31, 2026-01-31T12:00:00Z, -7d or a number";
    } else if (type.boolean) {
        hint = boolean_hint(literal.text);
    }
    return error_at(
        literal, path.text + " is " + schema::describe(type) + ", " + base::quoted(literal.text) + " is not",
        std::move(hint));
}

std::variant<Operand, base::TextError> read_operand(const Literal& literal, const schema::Path& path,
                                                    const schema::PathType& type, std::int64_t now) {
    if (literal.is_null()) {
        return error_at(literal, "null is not a value to compare with", "use known or unknown");
    }
    Operand operand{literal.text, type.text || type.list, {}, {}};
    if (type.boolean || type.any) operand.truth = read_boolean(literal);
    if (type.number || type.any) {
        auto number = read_number(literal, type, now);
        if (auto* error = std::get_if<base::TextError>(&number); error != nullptr && !operand.is_text) {
            return std::move(*error);
        }
        if (auto* read = std::get_if<NumberLiteral>(&number)) operand.number = std::move(*read);
    }
    if (type.any && !operand.number && !operand.truth) operand.is_text = true;
    if (!operand.is_text && !operand.number && !operand.truth) return wrong_type(literal, path, type);
    return operand;
}

}  // namespace hookspect::query
