#include "event/duplicates.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace hookspect::event {
namespace {

/// Compares the decoded keys of two members.
std::strong_ordering compare_keys(const Event& event, SlotIndex a, SlotIndex b) {
    std::string scratch_a;
    std::string scratch_b;
    const std::string_view key_a = event.key(event[a], scratch_a);
    const std::string_view key_b = event.key(event[b], scratch_b);
    if (key_a.size() != key_b.size()) return key_a.size() <=> key_b.size();
    return key_a <=> key_b;
}

/// Marks two neighbours of one key; `later` comes after `earlier` in the body. True for a container.
bool mark_pair(Event& event, SlotIndex earlier, SlotIndex later) {
    event.slots[earlier].overridden = true;
    event.slots[later].repeats = true;
    event.irregular = true;
    return event[earlier].next != earlier + 1;
}

/// Objects are small as a rule: comparing all pairs is quicker than sorting, and mostly ends at the sizes.
bool mark_few(Event& event, const std::vector<SlotIndex>& members) {
    bool container = false;
    for (std::size_t later = 1; later < members.size(); ++later) {
        for (std::size_t earlier = later; earlier-- > 0;) {
            const Slot& a = event[members[earlier]];
            const Slot& b = event[members[later]];
            const bool plain = !a.key_escaped && !b.key_escaped;
            if (plain && (a.key_size != b.key_size || event.raw_key(a) != event.raw_key(b))) continue;
            if (!plain && compare_keys(event, members[earlier], members[later]) != 0) continue;
            container |= mark_pair(event, members[earlier], members[later]);
            break;
        }
    }
    return container;
}

bool mark_many(Event& event, std::vector<SlotIndex>& members) {
    std::sort(members.begin(), members.end(), [&event](SlotIndex a, SlotIndex b) {
        const auto order = compare_keys(event, a, b);
        return order != 0 ? order < 0 : a < b;
    });
    bool container = false;
    for (std::size_t i = 1; i < members.size(); ++i) {
        if (compare_keys(event, members[i - 1], members[i]) != 0) continue;
        container |= mark_pair(event, members[i - 1], members[i]);
    }
    return container;
}

}  // namespace

bool mark_duplicates(Event& event, SlotIndex object, std::vector<SlotIndex>& scratch) {
    constexpr std::size_t few = 16;
    scratch.clear();
    for (SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) scratch.push_back(i);
    return scratch.size() <= few ? mark_few(event, scratch) : mark_many(event, scratch);
}

void list_documented(Event& event) {
    event.documented.fill(0);
    for (SlotIndex i = 1; i < event.count;) {
        const Slot& slot = event[i];
        const bool member = slot.key_size > 0;  // an element of a list has its list's field, and no key
        const bool listed = member && !slot.overridden && slot.field != schema::no_field &&
                            schema::stands_once(schema::field(slot.field).owner);
        if (listed) event.documented[slot.field] = i;
        i = slot.overridden ? slot.next : i + 1;
    }
}

}  // namespace hookspect::event
