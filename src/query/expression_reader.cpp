#include "query/expression_reader.h"

#include "base/nearest.h"
#include "base/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace hookspect::query {
namespace {

using std::string_view;
using Kind = Token::Kind;
using Part = Program::Part;

constexpr std::size_t deepest = 500;          // parentheses within parentheses
constexpr std::size_t longest_list = 10'000;  // values in parentheses

constexpr std::array severities{schema::Severity::error, schema::Severity::warning, schema::Severity::note};

bool is_word(const Token& token, string_view word) {
    return token.kind == Kind::word && token.text == word;
}

/// Members return nothing at the first fault, which is then in `error`.
class Reader {
public:
    Reader(string_view text, std::int64_t now, Condition& condition)
        : text_(text), now_(now), condition_(condition) {}

    bool read() {
        const auto whole = disjunction(false);
        if (!whole) return false;
        const Token rest = peek();
        if (rest.kind == Kind::close) return fail("a ) without its (", rest);
        if (rest.kind != Kind::end) return unexpected_end_of_term(rest);
        condition_.program.finish(*whole);
        return true;
    }

    base::TextError error;

private:
    string_view text_;
    std::int64_t now_;
    Condition& condition_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;

    [[nodiscard]] Token peek() const { return read_token(text_, at_); }

    Token take() {
        const Token token = peek();
        at_ = token.end_offset();
        return token;
    }

    bool fail(std::string message, const Token& token, std::string hint = {}) {
        error = {std::move(message), token.offset, std::max<std::size_t>(token.text.size(), 1),
                 std::move(hint)};
        return false;
    }

    bool fail(base::TextError fault) {
        error = std::move(fault);
        return false;
    }

    /// Below a `not`, `or` is `and`.
    std::optional<Part> join(const Part& left, const Part& right, bool both) {
        return both ? condition_.program.both(left, right) : condition_.program.either(left, right);
    }

    std::optional<Part> disjunction(bool negated) {
        auto left = conjunction(negated);
        while (left && is_word(peek(), "or")) {
            take();
            const auto right = conjunction(negated);
            if (!right) return std::nullopt;
            left = join(*left, *right, negated);
        }
        return left;
    }

    std::optional<Part> conjunction(bool negated) {
        auto left = negation(negated);
        while (left && is_word(peek(), "and")) {
            take();
            const auto right = negation(negated);
            if (!right) return std::nullopt;
            left = join(*left, *right, !negated);
        }
        return left;
    }

    std::optional<Part> negation(bool negated) {
        for (; is_word(peek(), "not"); take()) negated = !negated;
        return peek().kind == Kind::open ? parentheses(negated) : term(negated);
    }

    std::optional<Part> parentheses(bool negated) {
        const Token open = take();
        if (depth_ == deepest) {
            fail(fmt::format("parentheses are more than {} deep", deepest), open);
            return std::nullopt;
        }
        ++depth_;
        const auto inside = disjunction(negated);
        --depth_;
        if (!inside) return std::nullopt;
        const Token close = peek();
        if (close.kind == Kind::end) fail("the parenthesis is not closed", open);
        if (close.kind != Kind::end && close.kind != Kind::close) unexpected_end_of_term(close);
        if (close.kind != Kind::close) return std::nullopt;
        take();
        return inside;
    }

    std::optional<Part> term(bool negated) {
        const Token first = peek();
        if (is_word(first, "valid") || is_word(first, "invalid")) {
            take();
            return condition_.add(IsInvalid{}, negated != (first.text == "valid"));
        }
        if (is_word(first, "rule")) return rule(negated);
        if (is_word(first, "severity")) return severity(negated);
        WrittenTerm written;
        if (!path(first, written)) return std::nullopt;
        return compare(written, negated);
    }

    bool path(const Token& first, WrittenTerm& written) {
        if (first.kind == Kind::end || first.kind == Kind::close || first.kind == Kind::comma) {
            return fail("expected a condition", first);
        }
        if (first.kind == Kind::symbol)
            return fail("expected a path before " + std::string(first.text), first, meant(first));
        if (first.kind == Kind::word && is_keyword(first.text)) {
            return fail("expected a path before " + std::string(first.text), first);
        }
        auto read = schema::parse_path_prefix(text_.substr(first.offset), written.path_size);
        if (auto* fault = std::get_if<base::TextError>(&read)) {
            fault->offset += first.offset;
            if (fault->hint.empty()) fault->hint = meant_term(first);
            return fail(std::move(*fault));
        }
        written.path = std::move(*std::get_if<schema::Path>(&read));
        written.path_offset = first.offset;
        at_ = first.offset + written.path_size;
        return true;
    }

    std::optional<Part> compare(WrittenTerm& written, bool negated) {
        const Token word = peek();
        const bool alone =
            word.kind == Kind::end || word.kind == Kind::close || is_word(word, "and") || is_word(word, "or");
        if (alone) return add(make_boolean_term(written), negated);
        written.word = find_operator(word.text);
        if ((word.kind != Kind::symbol && word.kind != Kind::word) || written.word == nullptr) {
            return fail("expected an operator, found " + base::quoted(word.text), word, meant(word)),
                   std::nullopt;
        }
        written.word_token = take();
        if (!operands(written)) return std::nullopt;
        return add(make_term(written, now_), negated != written.word->negated);
    }

    std::optional<Part> add(std::variant<Term, base::TextError> made, bool negated) {
        if (auto* fault = std::get_if<base::TextError>(&made)) return fail(std::move(*fault)), std::nullopt;
        Term& term = *std::get_if<Term>(&made);
        return std::visit([&](auto& test) { return std::optional(condition_.add(std::move(test), negated)); },
                          term);
    }

    bool operands(WrittenTerm& written) {
        switch (written.word->form) {
            case OperandForm::none: return true;
            case OperandForm::one: return value(written.literals);
            case OperandForm::list: return list(written.literals, 1, longest_list);
            case OperandForm::pair: return list(written.literals, 2, 2);
            case OperandForm::pattern: break;
        }
        const bool flags = written.word->dialect == Dialect::aql && peek().kind == Kind::open;
        return flags ? list(written.literals, 1, 2) : value(written.literals);
    }

    bool value(std::vector<Literal>& literals) {
        const Token token = peek();
        switch (token.kind) {
            case Kind::quoted: break;
            case Kind::word:
                if (is_keyword(token.text)) {
                    return fail(base::quoted(token.text) + " is a keyword: quote it to use it as a value",
                                token, base::did_you_mean(in_quotes(token.text)));
                }
                break;
            case Kind::odd:
                return fail("quote it to use it as a value: " + base::quoted(token.text), token,
                            base::did_you_mean(in_quotes(token.text)));
            case Kind::unclosed:
                return fail("the quote is not closed",
                            {Kind::unclosed, token.text.substr(0, 1), token.offset});
            case Kind::open: return fail("expected one value, not a list", token);
            case Kind::symbol: return fail("expected a value, found " + base::quoted(token.text), token);
            case Kind::comma:
            case Kind::close:
            case Kind::end: return fail("expected a value", token);
        }
        literals.push_back(literal_of(take()));
        return true;
    }

    bool list(std::vector<Literal>& literals, std::size_t fewest, std::size_t most) {
        const Token open = peek();
        if (open.kind != Kind::open) return fail("expected ( and a list of values", open, "(A, B)");
        do {
            take();
            if (literals.size() == most) return fail(fmt::format("expected only {} values", most), peek());
            if (!value(literals)) return false;
        } while (peek().kind == Kind::comma);
        const Token close = peek();
        if (close.kind == Kind::end) return fail("the parenthesis is not closed", open);
        if (close.kind != Kind::close)
            return fail("expected , or ), found " + base::quoted(close.text), close);
        if (literals.size() < fewest) return fail(fmt::format("expected {} values", fewest), close);
        take();
        return true;
    }

    std::optional<Part> rule(bool negated) {
        std::vector<Literal> names;
        const OperatorWord* asked = finding_term("rule == enum", names);
        if (asked == nullptr) return std::nullopt;
        BreaksRule test;
        for (const Literal& name : names) {
            const auto found = schema::find_rule(name.text);
            if (!found) return unknown_rule(name), std::nullopt;
            test.rules.push_back(*found);
        }
        return condition_.add(std::move(test), negated != asked->negated);
    }

    std::optional<Part> severity(bool negated) {
        std::vector<Literal> names;
        const OperatorWord* asked = finding_term("severity == error", names);
        if (asked == nullptr) return std::nullopt;
        HasSeverity test;
        for (const Literal& name : names) {
            const auto found = std::find_if(severities.begin(), severities.end(), [&](schema::Severity one) {
                return schema::severity_name(one) == name.text;
            });
            if (found == severities.end()) return unknown_severity(name), std::nullopt;
            test.severities.push_back(*found);
        }
        return condition_.add(std::move(test), negated != asked->negated);
    }

    /// `rule` or `severity` with its operator and values. Null at a fault.
    const OperatorWord* finding_term(string_view example, std::vector<Literal>& names) {
        const Token what = take();
        const Token word = take();
        const OperatorWord* asked = find_operator(word.text);
        const bool strict = asked != nullptr && asked->dialect == Dialect::strict;
        const bool one = strict && asked->op == Operator::equal;
        const bool several = strict && asked->op == Operator::in;
        if (!one && !several) {
            fail(fmt::format("expected ==, != or in after {}", what.text), word, std::string(example));
            return nullptr;
        }
        return (several ? list(names, 1, longest_list) : value(names)) ? asked : nullptr;
    }

    bool unknown_severity(const Literal& name) {
        std::vector<string_view> known;
        for (const schema::Severity one : severities) known.push_back(schema::severity_name(one));
        const auto near = base::nearest(name.text, known);
        return fail(
            error_at(name, "there is no severity " + base::quoted(name.text),
                     near.empty() ? "it is error, warning or note" : base::did_you_mean(near.front())));
    }

    bool unknown_rule(const Literal& name) {
        std::vector<string_view> known;
        for (const schema::RuleInfo& info : schema::rules()) known.push_back(info.name);
        const auto near = base::nearest(name.text, known);
        return fail(error_at(
            name, "there is no rule " + base::quoted(name.text),
            near.empty() ? "hookspect explain RULE describes a rule" : base::did_you_mean(near.front())));
    }

    bool unexpected_end_of_term(const Token& token) {
        if (token.kind == Kind::unclosed)
            return fail("the quote is not closed", {Kind::unclosed, token.text.substr(0, 1), token.offset});
        return fail("expected and, or, or the end, found " + base::quoted(token.text), token, meant(token));
    }

    static std::string meant(const Token& token) {
        const string_view word = operator_meant_by(token.text);
        return word.empty() ? std::string{} : base::did_you_mean(word);
    }

    /// A misspelt term that is no path.
    static std::string meant_term(const Token& token) {
        constexpr std::array<string_view, 5> terms{"valid", "invalid", "rule", "severity", "not"};
        const auto near = base::nearest(token.text, terms);
        return near.empty() ? std::string{} : base::did_you_mean(near.front());
    }
};

}  // namespace

std::optional<base::TextError> read_expression(string_view text, std::int64_t now, Condition& condition) {
    Reader reader(text, now, condition);
    if (reader.read()) return std::nullopt;
    return std::move(reader.error);
}

}  // namespace hookspect::query
