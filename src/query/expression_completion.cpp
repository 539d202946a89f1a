#include "query/expression_completion.h"

#include "query/operators.h"
#include "query/term_check.h"
#include "query/token.h"
#include "schema/path_type.h"
#include "schema/rules.h"

#include <array>
#include <optional>

namespace hookspect::query {
namespace {

using std::string_view;
using Kind = Token::Kind;

constexpr string_view path_ends = " \t\r\n=!<>~&|(),";

/// Reads the finished words of an expression and says what the last one is to be.
class Follower {
public:
    explicit Follower(string_view text) : text_(text) {}

    [[nodiscard]] std::vector<Completion> complete() {
        if (!follow()) return {};
        switch (wants_) {
            case Wants::term: add_terms(); break;
            case Wants::operation: add_operators(); break;
            case Wants::list: add("(", {}); break;
            case Wants::value: add_values(); break;
            case Wants::more: add_words({",", ")"}); break;
            case Wants::connective: add_words({"and", "or"}); break;
        }
        return std::move(found_);
    }

private:
    enum class Wants : std::uint8_t { term, operation, list, value, more, connective };

    string_view text_;
    std::size_t begin_ = 0;  // of the unfinished word
    Wants wants_ = Wants::term;
    bool in_list_ = false;
    bool rule_ = false;      // `rule` is before the operator, not a path
    bool severity_ = false;  // `severity` is
    std::optional<schema::Path> path_;
    std::vector<Completion> found_;

    /// False: nothing can be said, as what stands there is no expression.
    bool follow() {
        for (std::size_t at = 0;;) {
            const Token token = read_token(text_, at);
            begin_ = token.offset;
            if (token.kind == Kind::end) return true;
            const std::size_t end = end_of(token);
            if (end == text_.size() && is_unfinished(token)) return true;
            if (!pass(token, end)) return false;
            at = end;
        }
    }

    /// Paths have a grammar of their own.
    [[nodiscard]] std::size_t end_of(const Token& token) const {
        const bool path = wants_ == Wants::term && (token.kind == Kind::word || token.kind == Kind::odd);
        return path ? std::min(text_.find_first_of(path_ends, token.offset), text_.size())
                    : token.end_offset();
    }

    [[nodiscard]] static bool is_unfinished(const Token& token) {
        return token.kind == Kind::word || token.kind == Kind::odd || token.kind == Kind::symbol ||
               token.kind == Kind::unclosed;
    }

    bool pass(const Token& token, std::size_t end) {
        switch (wants_) {
            case Wants::term: return pass_term(token, end);
            case Wants::operation: return pass_operator(token);
            case Wants::list: return go_on(token.kind == Kind::open, Wants::value);
            case Wants::value:
                return go_on(token.kind != Kind::symbol, in_list_ ? Wants::more : Wants::connective);
            case Wants::more: return pass_more(token);
            case Wants::connective: return pass_connective(token);
        }
        return false;
    }

    bool go_on(bool right, Wants next) {
        wants_ = next;
        return right;
    }

    bool pass_term(const Token& token, std::size_t end) {
        if (token.kind == Kind::open || token.text == "not") return true;
        if (token.text == "valid" || token.text == "invalid") return go_on(true, Wants::connective);
        rule_ = token.text == "rule";
        severity_ = token.text == "severity";
        if (rule_ || severity_) return go_on(true, Wants::operation);
        const string_view written = text_.substr(token.offset, end - token.offset);
        std::size_t size = 0;
        auto read = schema::parse_path_prefix(written, size);
        auto* path = std::get_if<schema::Path>(&read);
        if (path == nullptr || size != written.size()) return false;
        path_ = std::move(*path);
        return go_on(true, Wants::operation);
    }

    bool pass_operator(const Token& token) {
        const OperatorWord* word = find_operator(token.text);
        if (word == nullptr) return pass_connective(token);  // a path alone
        in_list_ = word->form == OperandForm::list || word->form == OperandForm::pair;
        if (word->form == OperandForm::none) return go_on(true, Wants::connective);
        return go_on(true, in_list_ ? Wants::list : Wants::value);
    }

    bool pass_more(const Token& token) {
        if (token.kind == Kind::comma) return go_on(true, Wants::value);
        in_list_ = false;
        return go_on(token.kind == Kind::close, Wants::connective);
    }

    bool pass_connective(const Token& token) {
        if (token.kind == Kind::close) return go_on(true, Wants::connective);
        return go_on(token.text == "and" || token.text == "or", Wants::term);
    }

    [[nodiscard]] string_view word() const { return text_.substr(begin_); }

    void add(string_view text, string_view about) {
        if (text.starts_with(word())) {
            found_.push_back(
                {std::string(text_.substr(0, begin_)) + std::string(text), std::string(about), true});
        }
    }

    void add_words(std::initializer_list<string_view> words) {
        for (const string_view one : words) add(one, {});
    }

    void add_terms() {
        for (Completion& path : complete_path(word())) {
            path.text.insert(0, text_.substr(0, begin_));
            path.unfinished = true;
            found_.push_back(std::move(path));
        }
        add_words({"not"});
        add("valid", "the event has no error");
        add("invalid", "the event has an error");
        add("rule", "rule == NAME: the event breaks this rule");
        add("severity", "severity == error: the event has a finding of this severity");
        add("any", "every text and number of the event");
    }

    void add_operators() {
        const bool finding = rule_ || severity_;
        const schema::PathType type = finding ? schema::PathType{} : schema::type_of(*path_);
        for (const OperatorWord& one : operator_words()) {
            const bool fits =
                finding ? one.op == Operator::equal || one.op == Operator::in : can_ask(one, type);
            if (one.dialect == Dialect::strict && fits) add(one.word, {});
        }
        if (type.boolean || type.any) add_words({"and", "or"});
    }

    void add_values() {
        if (rule_) {
            for (const schema::RuleInfo& info : schema::rules()) add_value(info.name, info.summary);
            return;
        }
        if (severity_) return add_words({"error", "warning", "note"});
        const schema::PathType type = schema::type_of(*path_);
        for (const string_view value : type.values) add_value(value, {});
        if (type.boolean) add_words({"true", "false"});
    }

    /// Bare, or with the quote that stands there.
    void add_value(string_view value, string_view about) {
        const string_view quote =
            word().starts_with('\'') || word().starts_with('"') ? word().substr(0, 1) : "";
        std::string text(quote);
        text.append(value).append(quote);
        add(text, about);
    }
};

}  // namespace

std::vector<Completion> complete_expression(string_view text) {
    return Follower(text).complete();
}

}  // namespace hookspect::query
