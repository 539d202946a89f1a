#include "check/objects.h"

#include "base/nearest.h"
#include "base/wording.h"
#include "check/values.h"
#include "event/brief.h"
#include "schema/ids.h"
#include "schema/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

namespace hookspect::check {
namespace {

using std::string_view;

/// How the texts of a Multilingual value are read.
struct Reading {
    bool url = false;
    bool strict = false;   // documented as URL, not as a string
    bool legible = false;  // for people, under the rule `garbled-text`
};

Reading reading_of(schema::FieldId id) {
    if (schema::field(id).object == schema::ObjectType::multilingual_url)
        return {.url = true, .strict = true};
    if (id == schema::ids::image_location) return {.url = true};
    return {.legible = id == schema::ids::title || id == schema::ids::summary ||
                       id == schema::ids::promote_title || id == schema::ids::promote_description};
}

void tell_language(Context& context, event::SlotIndex member) {
    context.tell(
        {.rule = schema::Rule::language,
         .slot = member,
         .message = "is no documented language",
         .expected = base::either_of(schema::languages()),
         .hint = base::did_you_mean_text(schema::language_meant_by(context.key(context.event[member]))),
         .at = Issue::At::key});
}

/// Empty means not set, `""`, `[]` and `{}`; `false` and `0` are values.
bool is_empty(const event::Event& event, event::SlotIndex slot) {
    switch (event[slot].kind) {
        case event::Kind::null: return true;
        case event::Kind::string: return event[slot].size == 0;
        case event::Kind::object:
        case event::Kind::array: return event.first(slot) == event.end(slot);
        case event::Kind::boolean:
        case event::Kind::number: break;
    }
    return false;
}

/// Which documented fields an object has.
class PresentFields {
public:
    void add(schema::FieldId id) { bits_ |= bit(id); }
    [[nodiscard]] bool has(schema::FieldId id) const { return (bits_ & bit(id)) != 0; }

private:
    std::uint32_t bits_ = 0;
    // The fields of one type are neighbours and fewer than 32, so that the low bits tell them apart.
    static constexpr std::uint32_t bit(schema::FieldId id) { return std::uint32_t{1} << (id % 32U); }
};

// Senders add fields, and a healthy addition must stay a note even where its name is like a documented one:
// `roles` beside `role`, `description` in a campaign. What tells a mistake is that the documented place is
// empty.

/// Whether the value could stand in that field.
bool could_hold(const schema::Field& row, event::Kind kind) {
    switch (row.type) {
        case schema::ValueType::number: return kind == event::Kind::number;
        case schema::ValueType::boolean: return kind == event::Kind::boolean;
        case schema::ValueType::strings:
        case schema::ValueType::properties: return kind == event::Kind::array;
        case schema::ValueType::object: return kind == event::Kind::object;
        default: return kind == event::Kind::string;
    }
}

/// The documented fields of a type that a key may be a misspelling of, best first.
std::vector<schema::FieldId> near_fields(schema::ObjectType type, string_view key) {
    std::vector<string_view> keys;
    for (const schema::Field& row : schema::fields_of(type)) keys.push_back(row.key);
    std::vector<schema::FieldId> near;
    for (const string_view one : base::nearest(key, keys)) near.push_back(schema::find_field(type, one));
    return near;
}

schema::FieldId first_absent(std::span<const schema::FieldId> near, const PresentFields& present) {
    const auto found =
        std::find_if(near.begin(), near.end(), [&](schema::FieldId id) { return !present.has(id); });
    return found == near.end() ? schema::no_field : *found;
}

/// What near_fields gave last: senders use the same keys in one event after the other.
class NearFields {
public:
    /// The field of this object that was most likely meant, where it is not there itself, or no_field.
    schema::FieldId meant(schema::ObjectType type, string_view key, const PresentFields& present) {
        if (key.size() > longest) return first_absent(near_fields(type, key), present);
        Known& known = known_[place_of(type, key)];
        if (known.type != type || known.key() != key) {
            const std::vector<schema::FieldId> near = near_fields(type, key);
            if (near.size() > known.near.size()) return first_absent(near, present);
            known = {type, static_cast<std::uint8_t>(key.size()), static_cast<std::uint8_t>(near.size())};
            std::copy(near.begin(), near.end(), known.near.begin());
            key.copy(known.bytes.data(), key.size());
        }
        return first_absent(std::span(known.near).first(known.count), present);
    }

private:
    static constexpr std::size_t longest = 32;
    struct Known {
        schema::ObjectType type = schema::ObjectType::none;
        std::uint8_t size = 0;
        std::uint8_t count = 0;
        std::array<schema::FieldId, 5> near{};
        std::array<char, longest> bytes{};

        [[nodiscard]] string_view key() const { return {bytes.data(), size}; }
    };
    std::array<Known, 512> known_{};

    static std::size_t place_of(schema::ObjectType type, string_view key) {
        std::uint32_t hash = static_cast<std::uint32_t>(type);
        for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;  // FNV-1a
        return (hash ^ (hash >> 16)) % 512;
    }
};

/// `orgId`, `campaign_id`: made of several words, so that nobody comes upon it by chance.
bool is_distinctive(string_view key) {
    return std::any_of(key.begin(), key.end(), [](char c) { return c == '_' || (c >= 'A' && c <= 'Z'); });
}

/// Whether a key may have slipped from one object to the other: both in one resource, or one of them the
/// root.
bool are_related(schema::ObjectType here, schema::ObjectType there) {
    if (there == schema::ObjectType::event) return true;
    if (here == schema::ObjectType::event) return there == schema::ObjectType::event_head;
    const string_view a = schema::object(here).path;
    const string_view b = schema::object(there).path;
    return !a.empty() && a.substr(0, a.find('.')) == b.substr(0, b.find('.'));
}

/// Which bytes documented keys have at one place, by their size.
class BytesOfKeys {
public:
    void add(string_view key, char byte) {
        if (key.size() < by_size_.size()) by_size_[key.size()].set(static_cast<unsigned char>(byte));
    }
    [[nodiscard]] bool may_have(string_view key, char byte) const {
        return key.size() >= by_size_.size() || by_size_[key.size()].test(static_cast<unsigned char>(byte));
    }

private:
    std::array<std::bitset<256>, 32> by_size_;
};

/// Whether some documented key is as long, begins and ends alike: most undocumented ones are told by it.
bool may_be_documented(string_view key) {
    static const auto ends = [] {
        std::array<BytesOfKeys, 2> first_and_last;
        for (const schema::Field& row : schema::fields()) {
            first_and_last[0].add(row.key, row.key.front());
            first_and_last[1].add(row.key, row.key.back());
        }
        return first_and_last;
    }();
    return !key.empty() && ends[0].may_have(key, key.front()) && ends[1].may_have(key, key.back());
}

/// The documented field of this key elsewhere that was most likely meant, or no_field.
schema::FieldId place_elsewhere(const event::Event& event, const event::Slot& slot, schema::ObjectType type,
                                string_view key) {
    schema::FieldId distinctive = schema::no_field;
    if (!may_be_documented(key)) return schema::no_field;
    for (const schema::Field& row : schema::fields()) {
        if (row.key != key || row.owner == type) continue;
        const schema::FieldId id = schema::id_of(row);
        const bool related = are_related(type, row.owner);
        if (related && event.at(id) == 0 && could_hold(row, slot.kind)) return id;
        if (is_distinctive(key) && (distinctive == schema::no_field || related)) distinctive = id;
    }
    return distinctive;
}

/// Rule `unknown-field`, on a member of an object that has the fields `present`.
void tell_unknown_key(Context& context, event::SlotIndex member, schema::ObjectType type,
                      const PresentFields& present) {
    thread_local NearFields near_fields;
    const event::Event& event = context.event;
    const string_view key = context.key(event[member]);
    Issue issue{.rule = schema::Rule::unknown_field, .slot = member, .at = Issue::At::key};
    schema::Severity severity = schema::Severity::note;
    if (const schema::FieldId elsewhere = place_elsewhere(event, event[member], type, key);
        elsewhere != schema::no_field) {
        severity = schema::Severity::warning;
        if (context.wants_words(issue.rule, severity)) {
            issue.hint = "it is documented as " + schema::field_path(elsewhere);
        }
    } else if (const schema::FieldId meant = near_fields.meant(type, key, present);
               meant != schema::no_field) {
        severity = schema::Severity::warning;
        if (context.wants_words(issue.rule, severity))
            issue.hint = base::did_you_mean_text(schema::field(meant).key);
    }
    if (context.wants_words(issue.rule, severity)) {
        issue.message.reserve(80);  // the subject is put in front
        issue.message = "is not documented";
    }
    context.tell(std::move(issue), severity);
}

}  // namespace

void check_keys(Context& context, event::SlotIndex object, schema::ObjectType type) {
    const event::Event& event = context.event;
    if (!event.unknown_keys || hookspect::schema::object(type).open) return;
    bool unknown = false;
    PresentFields present;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        unknown |= event[i].field == schema::no_field;
        if (event[i].field != schema::no_field) present.add(event[i].field);
    }
    if (!unknown) return;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const event::Slot& slot = event[i];
        if (slot.field == schema::no_field && !slot.overridden) tell_unknown_key(context, i, type, present);
    }
}

void check_languages(Context& context, event::SlotIndex object, schema::FieldId id) {
    const event::Event& event = context.event;
    const Reading reading = reading_of(id);
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const event::Slot& slot = event[i];
        if (slot.overridden) continue;
        if (slot.field == schema::no_field) {
            tell_language(context, i);
        } else if (slot.kind == event::Kind::null) {
            continue;
        } else if (slot.kind != event::Kind::string) {
            tell_type(context, i, schema::field(slot.field));
        } else if (reading.url) {
            check_url(context, i, reading.strict);
        } else if (reading.legible) {
            check_legible(context, i);
        }
    }
}

void check_opt_in(Context& context, event::SlotIndex object) {
    constexpr schema::Field consent{schema::ObjectType::person_opt_in, {}, schema::ValueType::boolean};
    const event::Event& event = context.event;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const event::Slot& slot = event[i];
        const bool fine =
            slot.kind == event::Kind::boolean || slot.kind == event::Kind::null || slot.overridden;
        if (!fine) tell_type(context, i, consent, schema::Severity::warning);
    }
}

void check_property(Context& context, event::SlotIndex object) {
    const event::Event& event = context.event;
    event::SlotIndex key = 0;
    event::SlotIndex value = 0;
    event::SlotIndex properties = 0;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const event::Slot& slot = event[i];
        if (slot.overridden) continue;
        if (slot.field == schema::ids::property_key) key = i;
        if (slot.field == schema::ids::property_value) value = i;
        if (slot.field == schema::ids::property_properties) properties = i;
    }
    if (!event.is_set(key)) {
        Issue issue{.rule = schema::Rule::missing_key, .slot = key, .expected = "the name of the property"};
        tell_not_set(context, std::move(issue), object, "key");
    }
    const bool nested =
        properties != 0 && event[properties].kind == event::Kind::array && !is_empty(event, properties);
    if (nested && value != 0 && !is_empty(event, value)) {
        context.tell({.rule = schema::Rule::value_and_properties,
                      .slot = value,
                      .message = fmt::format("is {}, beside properties", event::shown(event, value)),
                      .expected = "a value or properties, not both"});
    }
}

}  // namespace hookspect::check
