#include "ops/diff_values.h"

#include "base/ascii.h"
#include "base/number.h"
#include "event/tape_walk.h"
#include "schema/path_text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hookspect::ops {
namespace {

constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();

bool is_person_id(const event::Slot& slot) {
    return slot.field != schema::no_field && schema::field(slot.field).type == schema::ValueType::person_id;
}

void append_class(std::string& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

/// A form has no types: what JSON has is compared by its text, a number by its value.
bool same_in_form(const event::Event& json_event, const event::Slot& json, const event::Event& form_event,
                  const event::Slot& form) {
    std::string json_scratch;
    const std::string_view json_text = json_event.text(json, json_scratch);
    const std::string_view form_text = form_event.raw(form);
    if (json.kind == event::Kind::number && base::is_number(form_text))
        return base::compare_numbers(json_text, form_text) == 0;
    // The decoder has read 1 and 0 as booleans.
    if (form.kind == event::Kind::boolean && (json_text == "1" || json_text == "0")) {
        return (json_text == "1") == (form_text == "true");
    }
    return json_text == form_text;
}

bool same_texts(const event::Event& before, const event::Slot& a, const event::Event& after,
                const event::Slot& b, bool ignores_case) {
    std::string a_scratch;
    std::string b_scratch;
    const std::string_view x = before.text(a, a_scratch);
    const std::string_view y = after.text(b, b_scratch);
    return x == y || (ignores_case && base::equal_ignoring_case(x, y));
}

}  // namespace

bool same_scalars(const Both<DiffSide>& sides, const Both<event::SlotIndex>& slot, Meaning meaning,
                  Side json) {
    const event::Event& before = *sides.before.event;
    const event::Event& after = *sides.after.event;
    const event::Slot& a = before[slot.before];
    const event::Slot& b = after[slot.after];
    if (event::is_container(a) || event::is_container(b)) return false;
    if (a.kind == event::Kind::number && b.kind == event::Kind::number) {
        return base::compare_numbers(before.raw(a), after.raw(b)) == 0;
    }
    if (a.kind == b.kind) {
        if (a.kind == event::Kind::null) return true;  // a form writes it as no text
        return same_texts(before, a, after, b, meaning != Meaning::raw && is_person_id(a) && is_person_id(b));
    }
    if (meaning != Meaning::form) return false;
    return json == Side::before ? same_in_form(before, a, after, b) : same_in_form(after, b, before, a);
}

std::uint32_t ValueClasses::of(Side side, event::SlotIndex slot) {
    std::vector<std::uint32_t>& classes = classes_[side];
    const event::Event& event = *sides_[side].event;
    if (classes.empty()) classes.assign(event.count, unknown);
    if (classes[slot] != unknown) return classes[slot];
    for (event::SlotIndex i = event[slot].next; i-- > slot;) {  // what is in a container comes behind it
        if (classes[i] == unknown) classes[i] = classify(side, i);
    }
    return classes[slot];
}

std::uint32_t ValueClasses::classify(Side side, event::SlotIndex slot) {
    const event::Event& event = *sides_[side].event;
    const event::Slot& value = event[slot];
    description_.clear();
    switch (value.kind) {
        case event::Kind::null: description_ = meaning_ == Meaning::form ? "t" : "z"; break;
        case event::Kind::boolean:
            (description_ = meaning_ == Meaning::form ? "t" : "b").append(event.raw(value));
            break;
        case event::Kind::number: base::append_normal_number(description_ = "n", event.raw(value)); break;
        case event::Kind::string: describe_text(event, value); break;
        case event::Kind::array:
        case event::Kind::object:
            if (meaning_ == Meaning::form && is_hollow(side, slot)) return hollow;
            if (value.kind == event::Kind::array ||
                (meaning_ == Meaning::form && is_index_object(event, slot))) {
                describe_list(side, slot);
            } else {
                describe_object(side, slot);
            }
    }
    const auto next = static_cast<std::uint32_t>(known_.size() + 1);
    return known_.try_emplace(description_, next).first->second;
}

void ValueClasses::describe_text(const event::Event& event, const event::Slot& slot) {
    const std::string_view text = event.text(slot, scratch_);
    if (meaning_ == Meaning::form && base::is_number(text)) {
        base::append_normal_number(description_ = "n", text);
        return;
    }
    (description_ = meaning_ == Meaning::form ? "t" : "s").append(text);
    if (meaning_ != Meaning::raw && is_person_id(slot)) {
        std::transform(description_.begin(), description_.end(), description_.begin(), base::lower);
    }
}

void ValueClasses::describe_list(Side side, event::SlotIndex list) {
    const event::Event& event = *sides_[side].event;
    const event::Slot& slot = event[list];
    std::vector<std::uint32_t> elements;
    for (const ListElement& element : elements_of(event, list)) {
        if (!is_left_out(side, element.slot)) elements.push_back(classes_[side][element.slot]);
    }
    const schema::ValueType type =
        slot.field == schema::no_field ? schema::ValueType::any : schema::field(slot.field).type;
    const bool documented = meaning_ != Meaning::raw && slot.key_size > 0;
    if (documented && (type == schema::ValueType::strings || type == schema::ValueType::properties)) {
        std::sort(elements.begin(), elements.end());
    }
    if (documented && type == schema::ValueType::strings) {
        elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    }
    description_ = "[";
    for (const std::uint32_t element : elements) append_class(description_, element);
}

void ValueClasses::describe_object(Side side, event::SlotIndex object) {
    const event::Event& event = *sides_[side].event;
    std::vector<std::pair<std::string, std::uint32_t>> members;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        if (is_left_out(side, i)) continue;
        const event::Slot& slot = event[i];
        if (meaning_ != Meaning::raw && slot.kind == event::Kind::null) continue;
        if (meaning_ == Meaning::form && slot.kind == event::Kind::string && slot.size == 0) continue;
        members.emplace_back(event.key(slot, scratch_), classes_[side][i]);
    }
    std::sort(members.begin(), members.end());
    description_ = "{";
    for (const auto& [key, value] : members) {
        append_class(description_, static_cast<std::uint32_t>(key.size()));
        description_.append(key);
        append_class(description_, value);
    }
}

bool ValueClasses::is_hollow(Side side, event::SlotIndex container) const {
    const event::Event& event = *sides_[side].event;
    for (event::SlotIndex i = event.first(container); i != event.end(container); i = event.next(i)) {
        if (sides_[side].counts(i) && classes_[side][i] != hollow) return false;
    }
    return true;
}

bool ValueClasses::is_left_out(Side side, event::SlotIndex member) const {
    return !sides_[side].counts(member) || classes_[side][member] == hollow;
}

std::vector<ListElement> elements_of(const event::Event& event, event::SlotIndex list) {
    std::vector<ListElement> elements;
    std::uint32_t index = 0;
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        elements.push_back({i, index++});
    }
    if (event[list].kind == event::Kind::array) return elements;
    std::string scratch;
    std::vector<std::pair<std::size_t, ListElement>> numbered;
    for (const ListElement& element : elements) {
        const auto number = schema::list_index(event.key(event[element.slot], scratch));
        numbered.emplace_back(number.value_or(0), element);
    }
    std::stable_sort(numbered.begin(), numbered.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < elements.size(); ++i) elements[i] = numbered[i].second;
    return elements;
}

bool is_index_object(const event::Event& event, event::SlotIndex object) {
    if (event[object].kind != event::Kind::object || event.first(object) == event.end(object)) return false;
    std::string scratch;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const std::string_view key = event.key(event[i], scratch);
        if (key.empty() || !schema::list_index(key)) return false;
    }
    return true;
}

}  // namespace hookspect::ops
