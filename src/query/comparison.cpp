#include "query/comparison.h"

#include "base/ascii.h"
#include "base/normal_text.h"
#include "base/number.h"
#include "base/utf8.h"
#include "event/path_values.h"

#include <algorithm>
#include <utility>

namespace hookspect::query {
namespace {

using std::string_view;

bool same_text(string_view a, string_view b, bool ignores_case) {
    if (a.size() != b.size() || !ignores_case) return a == b;
    return std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return base::lower(x) == y; });
}

bool has_part(string_view text, string_view part, bool ignores_case) {
    if (!ignores_case) return text.find(part) != string_view::npos;
    const auto same = [](char x, char y) { return base::lower(x) == y; };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end() ||
           part.empty();
}

int sign(int order) {
    return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

int text_order(string_view a, string_view b, bool ignores_case) {
    if (!ignores_case) return sign(a.compare(b));
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char left, char right) { return base::lower(left) == right; });
    if (x == a.end() || y == b.end()) return (x == a.end() ? 0 : 1) - (y == b.end() ? 0 : 1);
    return sign(static_cast<unsigned char>(base::lower(*x)) - static_cast<unsigned char>(*y));
}

schema::Unit unit_of(const event::Slot& slot) {
    return slot.field == schema::no_field ? schema::Unit::plain : schema::field(slot.field).unit;
}

/// 0 in a field that holds a time means never.
bool is_never(const event::Slot& slot, string_view number) {
    const schema::Unit unit = unit_of(slot);
    if (unit != schema::Unit::seconds && unit != schema::Unit::milliseconds) return false;
    return base::compare_numbers(number, "0") == std::strong_ordering::equal;
}

bool equals_text(const Comparison& comparison, const Operand& operand, string_view text) {
    return operand.is_text && same_text(text, operand.text, comparison.ignores_case);
}

/// The order of a value that is no text, where it has one with the operand.
std::optional<int> number_order(const Operand& operand, const event::Event& event, const event::Slot& slot) {
    if (slot.kind != event::Kind::number || !operand.number) return std::nullopt;
    const string_view number = event.raw(slot);
    if (is_never(slot, number)) return std::nullopt;
    return order(number, operand.number->in(unit_of(slot)));
}

bool equals_other(const Operand& operand, const event::Event& event, const event::Slot& slot) {
    if (slot.kind == event::Kind::boolean)
        return operand.truth && *operand.truth == (event.raw(slot) == "true");
    if (slot.kind != event::Kind::number || !operand.number) return false;
    const string_view number = event.raw(slot);
    if (operand.number->date && is_never(slot, number)) return false;
    return order(number, operand.number->in(unit_of(slot))) == 0;
}

bool has_order(Operator op, int order) {
    switch (op) {
        case Operator::less: return order < 0;
        case Operator::less_or_equal: return order <= 0;
        case Operator::greater: return order > 0;
        case Operator::greater_or_equal: return order >= 0;
        default: return false;
    }
}

bool holds_for_other(const Comparison& comparison, const event::Event& event, const event::Slot& slot) {
    const auto& operands = comparison.operands;
    switch (comparison.op) {
        case Operator::equal: return equals_other(operands[0], event, slot);
        case Operator::in:
            return std::any_of(operands.begin(), operands.end(),
                               [&](const Operand& operand) { return equals_other(operand, event, slot); });
        case Operator::between: {
            const auto low = number_order(operands[0], event, slot);
            const auto high = number_order(operands[1], event, slot);
            return low && high && *low >= 0 && *high <= 0;
        }
        case Operator::less:
        case Operator::less_or_equal:
        case Operator::greater:
        case Operator::greater_or_equal: {
            const auto order = number_order(operands[0], event, slot);
            return order && has_order(comparison.op, *order);
        }
        default: return false;
    }
}

string_view normal_text_of(const event::Event& event, const event::Slot& slot, std::string& scratch) {
    std::string normal;
    const string_view text = base::normal_text(event.text(slot, scratch), normal);
    if (text.data() != normal.data()) return text;
    scratch = std::move(normal);
    return scratch;
}

bool has_member(const Comparison& comparison, const event::Event& event, event::SlotIndex list,
                std::string& scratch) {
    const Operand& member = comparison.operands[0];
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        const event::Slot& slot = event[i];
        const bool equal = slot.kind == event::Kind::string
                               ? equals_text(comparison, member, normal_text_of(event, slot, scratch))
                               : equals_other(member, event, slot);
        if (equal) return true;
    }
    return false;
}

bool is_empty(const event::Event& event, event::SlotIndex index, std::string& scratch) {
    const event::Slot& slot = event[index];
    switch (slot.kind) {
        case event::Kind::null: return true;
        case event::Kind::string: return base::is_blank(event.text(slot, scratch));
        case event::Kind::object:
        case event::Kind::array: return event.first(index) == event.end(index);
        case event::Kind::boolean:
        case event::Kind::number: break;
    }
    return false;
}

bool holds_for(const Comparison& comparison, const event::Event& event, event::SlotIndex index,
               std::string& scratch) {
    const event::Slot& slot = event[index];
    if (comparison.op == Operator::empty) return is_empty(event, index, scratch);
    if (comparison.op == Operator::known) return slot.kind != event::Kind::null;
    if (comparison.op == Operator::unknown) return slot.kind == event::Kind::null;
    if (slot.kind == event::Kind::string) return holds_for_text(comparison, event.text(slot, scratch));
    if (slot.kind != event::Kind::array) return holds_for_other(comparison, event, slot);
    return comparison.op == Operator::contains && has_member(comparison, event, index, scratch);
}

}  // namespace

bool holds_for_text(const Comparison& comparison, string_view written) {
    std::string scratch;
    const string_view text = base::normal_text(written, scratch);
    const bool ignores_case = comparison.ignores_case;
    const auto& operands = comparison.operands;
    const auto order_of = [&](const Operand& operand) {
        return text_order(text, operand.text, ignores_case);
    };
    switch (comparison.op) {
        case Operator::equal: return equals_text(comparison, operands[0], text);
        case Operator::in:
            return std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
                return equals_text(comparison, operand, text);
            });
        case Operator::between:
            if (!operands[0].is_text || !operands[1].is_text) return false;
            return order_of(operands[0]) >= 0 && order_of(operands[1]) <= 0;
        case Operator::contains: return has_part(text, operands[0].text, ignores_case);
        case Operator::starts_with:
            return same_text(text.substr(0, operands[0].text.size()), operands[0].text, ignores_case);
        case Operator::ends_with: {
            const std::size_t size = std::min(text.size(), operands[0].text.size());
            return same_text(text.substr(text.size() - size), operands[0].text, ignores_case);
        }
        case Operator::match: return comparison.pattern->found_in(text);
        default: return operands[0].is_text && has_order(comparison.op, order_of(operands[0]));
    }
}

bool holds(const Comparison& comparison, const event::Event& event, Scratch& scratch) {
    scratch.values.clear();
    event::find_every(event, comparison.path, scratch.values);
    if (scratch.values.empty()) return comparison.op == Operator::unknown || comparison.op == Operator::empty;
    return std::any_of(scratch.values.begin(), scratch.values.end(), [&](event::SlotIndex value) {
        return holds_for(comparison, event, value, scratch.text);
    });
}

}  // namespace hookspect::query
