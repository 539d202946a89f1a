#include "query/aql_value.h"

#include "base/number.h"
#include "query/aql_number.h"
#include "query/aql_text.h"

namespace hookspect::query {
namespace {

event::SlotIndex count_members(const event::Event& event, event::SlotIndex object) {
    event::SlotIndex count = 0;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        count += event[i].overridden ? 0 : 1;
    }
    return count;
}

bool equal_lists(const event::Event& a, event::SlotIndex left, const event::Event& b,
                 event::SlotIndex right) {
    event::SlotIndex i = a.first(left);
    event::SlotIndex j = b.first(right);
    for (; i != a.end(left) && j != b.end(right); i = a.next(i), j = b.next(j)) {
        if (!deeply_equal(a, i, b, j)) return false;
    }
    return i == a.end(left) && j == b.end(right);
}

bool equal_objects(const event::Event& a, event::SlotIndex left, const event::Event& b,
                   event::SlotIndex right) {
    if (count_members(a, left) != count_members(b, right)) return false;
    std::string scratch;
    for (event::SlotIndex i = a.first(left); i != a.end(left); i = a.next(i)) {
        if (a[i].overridden) continue;
        const event::SlotIndex other = b.find(right, a.key(a[i], scratch));
        if (other == 0 || !deeply_equal(a, i, b, other)) return false;
    }
    return true;
}

/// A value as `<` takes it: a text, or a number.
struct Primitive {
    bool is_text = false;
    std::string text;

    Primitive(const event::Event& event, event::SlotIndex value) {
        const event::Slot& slot = event[value];
        switch (slot.kind) {
            case event::Kind::null: text = "0"; return;
            case event::Kind::boolean: text = event.raw(slot) == "true" ? "1" : "0"; return;
            case event::Kind::number: text = event.raw(slot); return;
            case event::Kind::string:
            case event::Kind::object:
            case event::Kind::array: break;
        }
        is_text = true;
        append_value_text(text, event, value);
    }

    [[nodiscard]] AqlNumber number() const { return is_text ? read_aql_number(text) : AqlNumber{text}; }
};

}  // namespace

bool strictly_equal(const event::Event& a, event::SlotIndex left, const event::Event& b,
                    event::SlotIndex right) {
    const event::Slot& one = a[left];
    const event::Slot& other = b[right];
    if (one.kind != other.kind || event::is_container(one)) return false;
    if (one.kind == event::Kind::null) return true;
    if (one.kind == event::Kind::number) {
        return base::compare_numbers(a.raw(one), b.raw(other)) == std::strong_ordering::equal;
    }
    std::string first;
    std::string second;
    return a.text(one, first) == b.text(other, second);
}

/// No deeper than the operand, which Limits::depth bounds.
bool deeply_equal(const event::Event& a, event::SlotIndex left, const event::Event& b,
                  event::SlotIndex right) {
    if (a[left].kind != b[right].kind) return false;
    switch (a[left].kind) {
        case event::Kind::object: return equal_objects(a, left, b, right);
        case event::Kind::array: return equal_lists(a, left, b, right);
        case event::Kind::null:
        case event::Kind::boolean:
        case event::Kind::number:
        case event::Kind::string: break;
    }
    return strictly_equal(a, left, b, right);
}

std::optional<int> relational_order(const event::Event& a, event::SlotIndex left, const event::Event& b,
                                    event::SlotIndex right) {
    const Primitive one(a, left);
    const Primitive other(b, right);
    if (one.is_text && other.is_text) return compare_utf16(one.text, other.text);
    return order(one.number(), other.number());
}

bool reads_as_number(std::string_view text) {
    return read_aql_number(text).kind != AqlNumber::Kind::none;
}

}  // namespace hookspect::query
