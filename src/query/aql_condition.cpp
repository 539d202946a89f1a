#include "query/aql_condition.h"

#include "base/json_text.h"
#include "base/wording.h"
#include "event/brief.h"
#include "event/json_scanner.h"
#include "event/pointer.h"

#include <fmt/format.h>

#include <string>

namespace hookspect::query {
namespace {

using std::string_view;
using Part = Program::Part;

class Reader {
public:
    Reader(std::shared_ptr<const event::Event> json, Condition& condition)
        : json_(std::move(json)), condition_(condition) {}

    bool read() {
        const auto whole = one(0, false);
        if (whole) condition_.program.finish(*whole);
        return whole.has_value();
    }

    base::TextError error;

private:
    std::shared_ptr<const event::Event> json_;
    Condition& condition_;

    [[nodiscard]] const event::Slot& at(event::SlotIndex slot) const { return (*json_)[slot]; }
    [[nodiscard]] event::Kind kind(event::SlotIndex slot) const { return at(slot).kind; }
    [[nodiscard]] std::string text(event::SlotIndex slot) const {
        std::string scratch;
        return std::string(json_->text(at(slot), scratch));
    }

    std::optional<Part> fail(event::SlotIndex slot, string_view message, std::string hint = {}) {
        const bool container = kind(slot) == event::Kind::object || kind(slot) == event::Kind::array;
        const std::size_t size = container ? 1 : json_->raw(at(slot)).size();
        return fail(
            slot, {std::string(message), json_->raw(at(slot)).empty() ? at(slot).place : at(slot).text, size,
                   std::move(hint)});
    }

    std::optional<Part> fail(event::SlotIndex slot, base::TextError fault) {
        const std::string pointer = event::pointer_of(*json_, slot);
        error = std::move(fault);
        if (!pointer.empty()) error.message.insert(0, pointer + ": ");
        return std::nullopt;
    }

    /// No deeper than the JSON, which literal_limits() bounds.
    std::optional<Part> one(event::SlotIndex slot, bool negated) {
        if (kind(slot) != event::Kind::object) {
            return fail(slot, "a condition is an object, not " + event::shown(*json_, slot));
        }
        const event::SlotIndex word = json_->find(slot, "operator");
        const bool none = word == 0 || kind(word) == event::Kind::null ||
                          (kind(word) == event::Kind::string && at(word).size == 0);
        if (none && !has_known_members(slot)) return std::nullopt;
        if (none) return condition_.add(Always{}, negated);
        if (kind(word) != event::Kind::string)
            return fail(word, "an operator is a string, not " + event::shown(*json_, word));
        const std::string name = text(word);
        if (name == "and" || name == "or") return several(slot, (name == "and") != negated, negated);
        if (name == "not") {
            const event::SlotIndex inside = value_of(slot);
            return inside == 0 ? std::nullopt : one(inside, !negated);
        }
        const OperatorWord* known = find_aql_operator(name);
        if (known != nullptr) return test(slot, *known, negated);
        const string_view meant = aql_operator_meant_by(name);
        return fail(word, "AQL has no operator " + base::quoted(name),
                    meant.empty() ? "" : base::did_you_mean_text(meant));
    }

    /// Without an operator a condition matches everything: not what is meant by one with members of another
    /// shape.
    bool has_known_members(event::SlotIndex slot) {
        for (event::SlotIndex i = json_->first(slot); i != json_->end(slot); i = json_->next(i)) {
            std::string scratch;
            const string_view name = json_->key(at(i), scratch);
            if (name == "key" || name == "operator" || name == "value") continue;
            const bool joins = name == "and" || name == "or" || name == "not";
            const string_view shape = name == "not" ? "{…}" : "[…]";
            std::string hint = R"(its members are "key", "operator" and "value")";
            if (joins) hint = fmt::format(R"(write {{"operator":"{}","value":{}}})", name, shape);
            fail(i, "a condition has no such member", std::move(hint));
            error.offset = at(i).key;
            error.size = at(i).key_size;
            return false;
        }
        return true;
    }

    event::SlotIndex value_of(event::SlotIndex slot) {
        const event::SlotIndex value = json_->find(slot, "value");
        if (value == 0) fail(slot, "the condition has no \"value\"");
        return value;
    }

    /// `and` of no conditions is true, `or` of none is false; below a `not` the other way round.
    std::optional<Part> several(event::SlotIndex slot, bool both, bool negated) {
        const event::SlotIndex list = value_of(slot);
        if (list == 0) return std::nullopt;
        if (kind(list) != event::Kind::array)
            return fail(list, "expected a list of conditions, not " + event::shown(*json_, list));
        std::optional<Part> all;
        for (event::SlotIndex i = json_->first(list); i != json_->end(list); i = json_->next(i)) {
            const auto next = one(i, negated);
            if (!next) return std::nullopt;
            if (!all) {
                all = next;
            } else {
                all = both ? condition_.program.both(*all, *next) : condition_.program.either(*all, *next);
            }
        }
        return all ? all : condition_.add(Always{}, !both);
    }

    std::optional<Part> test(event::SlotIndex slot, const OperatorWord& word, bool negated) {
        AqlTest made;
        made.op = word.op;
        if (!path(slot, made.path)) return std::nullopt;
        if (word.form != OperandForm::none && !operand(slot, word, made)) return std::nullopt;
        return condition_.add(std::move(made), negated != word.negated);
    }

    bool path(event::SlotIndex slot, schema::Path& path) {
        const event::SlotIndex key = json_->find(slot, "key");
        if (key == 0) return fail(slot, "the condition has no \"key\"").has_value();
        if (kind(key) != event::Kind::string)
            return fail(key, "a key is a string, not " + event::shown(*json_, key)).has_value();
        auto read = schema::parse_path(text(key));
        if (auto* fault = std::get_if<base::TextError>(&read))
            return fail(key, placed(key, std::move(*fault))).has_value();
        path = std::move(*std::get_if<schema::Path>(&read));
        return true;
    }

    /// An error in a string's decoded text, placed in the JSON.
    base::TextError placed(event::SlotIndex slot, base::TextError fault) {
        const string_view raw = json_->raw(at(slot));
        const std::size_t begin = base::escaped_offset(raw, fault.offset);
        fault.size = base::escaped_offset(raw, fault.offset + fault.size) - begin;
        fault.offset = at(slot).text + begin;
        return fault;
    }

    bool operand(event::SlotIndex slot, const OperatorWord& word, AqlTest& made) {
        const event::SlotIndex value = value_of(slot);
        if (value == 0) return false;
        if (made.op == Operator::match) {
            if (!pattern(value, made)) return false;
        } else if (!has_form(value, word)) {
            return false;
        }
        set_operand(made, json_, value);
        return true;
    }

    bool has_form(event::SlotIndex value, const OperatorWord& word) {
        const bool list = kind(value) == event::Kind::array;
        if (word.op == Operator::between) {
            const event::SlotIndex low = json_->first(value);
            const event::SlotIndex high = list && low != json_->end(value) ? json_->next(low) : 0;
            const bool pair =
                high != 0 && high != json_->end(value) && json_->next(high) == json_->end(value);
            return pair || fail(value, "expected a list of two, the lowest and the highest").has_value();
        }
        if (word.op == Operator::in) {
            return list || kind(value) == event::Kind::string ||
                   fail(value, "expected a list or a string, not " + event::shown(*json_, value)).has_value();
        }
        if (word.op != Operator::any_of && word.op != Operator::all_of) return true;
        const bool empty =
            kind(value) == event::Kind::null || (kind(value) == event::Kind::string && at(value).size == 0);
        return list || empty ||
               fail(value, "expected a list, not " + event::shown(*json_, value)).has_value();
    }

    /// `"^a"`, or with flags `["^a", "i"]`.
    bool pattern(event::SlotIndex value, AqlTest& made) {
        event::SlotIndex expression = value;
        event::SlotIndex flags = 0;
        if (kind(value) == event::Kind::array && json_->first(value) != json_->end(value)) {
            expression = json_->first(value);
            flags = json_->next(expression) == json_->end(value) ? 0 : json_->next(expression);
        }
        const bool more = flags != 0 && json_->next(flags) != json_->end(value);
        if (kind(expression) != event::Kind::string || (flags != 0 && kind(flags) != event::Kind::string) ||
            more) {
            return fail(value, "expected a regular expression, or a list of it and its flags").has_value();
        }
        const std::string letters = flags == 0 ? "" : text(flags);
        if (auto fault = Pattern::check_flags(letters)) {
            return fail(flags, placed(flags, std::move(*fault))).has_value();
        }
        auto compiled = Pattern::compile(text(expression), letters);
        if (auto* fault = std::get_if<base::TextError>(&compiled)) {
            return fail(expression, placed(expression, std::move(*fault))).has_value();
        }
        made.pattern = std::move(*std::get_if<Pattern>(&compiled));
        return true;
    }
};

base::TextError fault_of(string_view text) {
    event::JsonScanner scanner(literal_limits());
    auto status = scanner.feed(text);
    if (status == event::JsonScanner::Status::more) status = scanner.finish();
    if (status == event::JsonScanner::Status::complete && !scanner.limit_offset()) {
        const std::size_t rest = text.find_first_not_of(" \t\r\n", scanner.offset());
        return {"there is text after the condition", std::min(rest, text.size()), 1, {}};
    }
    const event::Fault fault = scanner.describe(text);
    if (scanner.ended_early()) return {"the condition is not JSON: it ends too early", fault.offset, 1, {}};
    if (fault.rule == schema::Rule::limit) return {"the condition is nested too deeply", fault.offset, 1, {}};
    return {"the condition is not JSON: " + fault.message, fault.offset, 1,
            fault.expected.empty() ? "" : "expected " + fault.expected};
}

}  // namespace

std::optional<base::TextError> read_aql_condition(string_view text, Condition& condition) {
    auto json = decode_literal(text);
    if (json == nullptr) return fault_of(text);
    Reader reader(std::move(json), condition);
    if (reader.read()) return std::nullopt;
    return std::move(reader.error);
}

}  // namespace hookspect::query
