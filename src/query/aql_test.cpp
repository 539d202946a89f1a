#include "query/aql_test.h"

#include "event/json_decoder.h"
#include "event/path_values.h"
#include "query/aql_text.h"
#include "query/aql_value.h"

#include <algorithm>

namespace hookspect::query {
namespace {

using std::string_view;

constexpr event::SlotIndex absent = ~event::SlotIndex{0};

/// The text in which `eq`, `contains` and their like look: nothing for null, false and 0.
std::string lowered_text(const event::Event& event, event::SlotIndex value) {
    if (value == absent || is_falsy(event, value)) return {};
    std::string text;
    append_value_text(text, event, value);
    return lower_case(text);
}

bool is_null(const event::Event& event, event::SlotIndex value) {
    return value == absent || event[value].kind == event::Kind::null;
}

bool equals(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    if ((*test.literal)[test.operand].kind == event::Kind::string)
        return lowered_text(event, value) == test.lowered;
    return value != absent && deeply_equal(event, value, *test.literal, test.operand);
}

bool has_order(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    if (value == absent) return false;
    const auto order = relational_order(event, value, *test.literal, test.operand);
    if (!order) return false;
    switch (test.op) {
        case Operator::less: return *order < 0;
        case Operator::less_or_equal: return *order <= 0;
        case Operator::greater: return *order > 0;
        default: return *order >= 0;
    }
}

bool is_between(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    if (value == absent) return false;
    const event::SlotIndex low = test.literal->first(test.operand);
    const auto above = relational_order(event, value, *test.literal, low);
    const auto below = relational_order(event, value, *test.literal, test.literal->next(low));
    return above && below && *above >= 0 && *below <= 0;
}

/// Calls `found` for each member of the operand until it says yes.
template <typename Found>
bool any_member(const AqlTest& test, Found found) {
    const event::Event& literal = *test.literal;
    if (literal[test.operand].kind != event::Kind::array) return false;
    for (event::SlotIndex i = literal.first(test.operand); i != literal.end(test.operand);
         i = literal.next(i)) {
        if (found(i)) return true;
    }
    return false;
}

bool is_in(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    if (value == absent) return false;
    const event::Event& literal = *test.literal;
    if (literal[test.operand].kind == event::Kind::string) {
        if (is_null(event, value)) return false;
        std::string part;
        std::string scratch;
        append_value_text(part, event, value);
        return literal.text(literal[test.operand], scratch).find(part) != string_view::npos;
    }
    return any_member(test,
                      [&](event::SlotIndex member) { return strictly_equal(event, value, literal, member); });
}

/// Whether a list has the member, or a text the part.
bool includes(const AqlTest& test, event::SlotIndex member, const event::Event& event,
              event::SlotIndex value) {
    const event::Event& literal = *test.literal;
    if (event[value].kind == event::Kind::array) {
        for (event::SlotIndex i = event.first(value); i != event.end(value); i = event.next(i)) {
            if (strictly_equal(event, i, literal, member)) return true;
        }
        return false;
    }
    if (event[value].kind != event::Kind::string || literal[member].kind == event::Kind::null) return false;
    std::string part;
    std::string scratch;
    append_value_text(part, literal, member);
    return event.text(event[value], scratch).find(part) != string_view::npos;
}

bool has_any(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    if (value == absent) return false;
    return any_member(test, [&](event::SlotIndex member) { return includes(test, member, event, value); });
}

bool has_all(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    return !any_member(test, [&](event::SlotIndex member) {
        return value == absent || !includes(test, member, event, value);
    });
}

bool has_text(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    const std::string text = lowered_text(event, value);
    const std::size_t size = test.lowered.size();
    if (test.op == Operator::contains) return text.find(test.lowered) != std::string::npos;
    if (text.size() < size) return false;
    return text.compare(test.op == Operator::starts_with ? 0 : text.size() - size, size, test.lowered) == 0;
}

bool is_matched(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    if (is_null(event, value)) return false;
    std::string text;
    append_value_text(text, event, value);
    return test.pattern->found_in(text);
}

bool holds_for(const AqlTest& test, const event::Event& event, event::SlotIndex value) {
    if (test.op == Operator::unknown) return is_null(event, value);
    if (test.null_is_false && is_null(event, value)) return false;
    switch (test.op) {
        case Operator::known: return !is_null(event, value);
        case Operator::equal: return equals(test, event, value);
        case Operator::less:
        case Operator::less_or_equal:
        case Operator::greater:
        case Operator::greater_or_equal: return has_order(test, event, value);
        case Operator::between: return is_between(test, event, value);
        case Operator::in: return is_in(test, event, value);
        case Operator::contains:
        case Operator::starts_with:
        case Operator::ends_with: return has_text(test, event, value);
        case Operator::match: return is_matched(test, event, value);
        case Operator::any_of: return has_any(test, event, value);
        case Operator::all_of: return has_all(test, event, value);
        case Operator::unknown:
        case Operator::empty: break;
    }
    return false;
}

struct Document {
    std::string text;
    event::Event event;
};

}  // namespace

void set_operand(AqlTest& test, std::shared_ptr<const event::Event> literal, event::SlotIndex operand) {
    test.literal = std::move(literal);
    test.operand = operand;
    test.lowered = lowered_text(*test.literal, operand);
}

bool holds(const AqlTest& test, const event::Event& event, Scratch& scratch) {
    scratch.values.clear();
    event::find_every(event, test.path, scratch.values);
    if (scratch.values.empty()) return holds_for(test, event, absent);
    return std::any_of(scratch.values.begin(), scratch.values.end(),
                       [&](event::SlotIndex value) { return holds_for(test, event, value); });
}

event::Limits literal_limits() {
    event::Limits limits;
    limits.depth = 500;
    return limits;
}

std::shared_ptr<const event::Event> decode_literal(string_view json) {
    auto document = std::make_shared<Document>();
    document->text = json;
    document->text.append(event::padding, ' ');
    event::JsonDecoder decoder(literal_limits());
    const string_view text(document->text.data(), json.size());
    if (!decoder.decode(text, document->event, schema::ObjectType::none)) return nullptr;
    return {document, &document->event};
}

}  // namespace hookspect::query
