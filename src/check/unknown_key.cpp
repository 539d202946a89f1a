#include "base/nearest.h"
#include "check/objects.h"
#include "check/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <span>

namespace hookspect {
namespace {

using std::string_view;

// Senders add fields, and a healthy addition must stay a note even where its name is like a documented one:
// `roles` beside `role`, `description` in a campaign. What tells a mistake is that the documented place is
// empty.

/// Whether the value could stand in that field.
bool could_hold(const Field& row, Kind kind) {
    switch (row.type) {
        case ValueType::number: return kind == Kind::number;
        case ValueType::boolean: return kind == Kind::boolean;
        case ValueType::strings:
        case ValueType::properties: return kind == Kind::array;
        case ValueType::object: return kind == Kind::object;
        default: return kind == Kind::string;
    }
}

/// The documented key of this object that was most likely meant, where it is not there itself.
string_view near_miss(ObjectType type, const PresentFields& present, string_view key) {
    const std::size_t limit = nearest_limit(key);
    std::array<string_view, 32> candidates;  // no type has more fields
    std::size_t count = 0;
    for (const Field& row : fields_of(type)) {
        const bool as_long = row.key.size() <= key.size() + limit && key.size() <= row.key.size() + limit;
        if (as_long && !present.has(id_of(row))) candidates[count++] = row.key;
    }
    return count == 0 ? string_view{} : nearest_of(key, std::span(candidates).first(count));
}

/// `orgId`, `campaign_id`: made of several words, so that nobody comes upon it by chance.
bool is_distinctive(string_view key) {
    return std::any_of(key.begin(), key.end(), [](char c) { return c == '_' || (c >= 'A' && c <= 'Z'); });
}

/// Whether a key may have slipped from one object to the other: both in one resource, or one of them the
/// root.
bool are_related(ObjectType here, ObjectType there) {
    if (there == ObjectType::event) return true;
    if (here == ObjectType::event) return there == ObjectType::event_head;
    const string_view a = object(here).path;
    const string_view b = object(there).path;
    return !a.empty() && a.substr(0, a.find('.')) == b.substr(0, b.find('.'));
}

/// Whether some documented key is as long and begins alike: most undocumented ones are told by it.
bool may_be_documented(string_view key) {
    static const auto first_bytes = [] {
        std::array<std::bitset<256>, 32> by_size;
        for (const Field& row : fields()) {
            if (row.key.size() < by_size.size())
                by_size[row.key.size()].set(static_cast<unsigned char>(row.key.front()));
        }
        return by_size;
    }();
    if (key.empty()) return false;
    return key.size() >= first_bytes.size() ||
           first_bytes[key.size()].test(static_cast<unsigned char>(key.front()));
}

/// The documented field of this key elsewhere that was most likely meant, or no_field.
FieldId place_elsewhere(const Event& event, const Slot& slot, ObjectType type, string_view key) {
    FieldId distinctive = no_field;
    if (!may_be_documented(key)) return no_field;
    for (const Field& row : fields()) {
        if (row.key != key || row.owner == type) continue;
        const FieldId id = id_of(row);
        const bool related = are_related(type, row.owner);
        if (related && event.at(id) == 0 && could_hold(row, slot.kind)) return id;
        if (is_distinctive(key) && (distinctive == no_field || related)) distinctive = id;
    }
    return distinctive;
}

}  // namespace

void tell_unknown_key(Context& context, SlotIndex member, ObjectType type, const PresentFields& present) {
    const Event& event = context.event;
    const string_view key = context.key(event[member]);
    Remark remark{.rule = Rule::unknown_field, .slot = member, .at = Issue::At::key};
    Severity severity = Severity::note;
    if (const FieldId elsewhere = place_elsewhere(event, event[member], type, key); elsewhere != no_field) {
        remark.hint = fmt::format("it is documented as {}", field_path(elsewhere));
        severity = Severity::warning;
    } else if (const string_view near = near_miss(type, present, key); !near.empty()) {
        remark.hint = did_you_mean_text(near);
        severity = Severity::warning;
    }
    if (context.wants_words(remark.rule, severity)) remark.message = " is not documented";
    context.tell(std::move(remark), severity);
}

}  // namespace hookspect
