#include "check/objects.h"

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/wording.h"
#include "check/garbled.h"
#include "check/url.h"
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
         .message = "is not a documented language",
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
// `roles` beside `role`, `version` in an event. It is a mistake only where the documented field is not set
// and could hold the value.

/// Whether the keys of an object are languages, as those of a Multilingual value.
bool has_language_keys(Context& context, event::SlotIndex object) {
    const event::Event& event = context.event;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        if (schema::language_meant_by(context.key(event[i])).empty()) return false;
    }
    return true;
}

/// Whether all elements of a list are of one kind.
bool holds_only(const event::Event& event, event::SlotIndex list, event::Kind kind) {
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (event[i].kind != kind) return false;
    }
    return true;
}

/// Whether the value has the documented type of the field. A form body writes every scalar as text.
bool has_type_of(Context& context, event::SlotIndex value, const schema::Field& row) {
    const event::Event& event = context.event;
    const event::Kind kind = event[value].kind;
    const bool text = kind == event::Kind::string;
    const bool form = event.encoding == event::Encoding::form;
    switch (row.type) {
        case schema::ValueType::number:
            return kind == event::Kind::number || (form && text && base::is_number(event.raw(event[value])));
        case schema::ValueType::boolean: return kind == event::Kind::boolean || (form && text);
        case schema::ValueType::primary: return kind == event::Kind::boolean || text;
        case schema::ValueType::strings:
            return kind == event::Kind::array && holds_only(event, value, event::Kind::string);
        case schema::ValueType::properties:
            return kind == event::Kind::array && holds_only(event, value, event::Kind::object);
        case schema::ValueType::object:
            return kind == event::Kind::object &&
                   (!schema::is_multilingual(row.object) || has_language_keys(context, value));
        case schema::ValueType::any: return kind != event::Kind::null;
        case schema::ValueType::string:
        case schema::ValueType::url:
        case schema::ValueType::person_id: break;
    }
    if (!text) return false;
    const string_view written = context.text(event[value]);
    return row.values.empty() || base::find_text(row.values, written) != row.values.size();
}

constexpr bool is_separator(char c) {
    return c == '_' || c == '-' || c == ' ' || c == '.';
}

/// Whether two keys differ in the case of letters and in separators alone: `short_link` and `shortLink`.
bool equal_in_letters(string_view a, string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    for (;;) {
        while (i < a.size() && is_separator(a[i])) ++i;
        while (j < b.size() && is_separator(b[j])) ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (base::lower(a[i++]) != base::lower(b[j++])) return false;
    }
}

/// One edit, or two where both keys have six letters or more.
bool is_near(string_view key, string_view documented) {
    if (equal_in_letters(key, documented)) return true;
    constexpr std::size_t long_key = 6;
    const std::size_t shorter = std::min(key.size(), documented.size());
    const std::size_t limit = shorter >= long_key ? 2 : 1;
    const std::size_t distance = base::edit_distance(documented, key, limit);
    return distance <= limit && distance < shorter;  // `x` is not `id`
}

/// The documented fields of a type that a key may be a misspelling of, best first.
std::vector<schema::FieldId> near_fields(schema::ObjectType type, string_view key) {
    std::vector<schema::FieldId> near;
    for (const schema::Field& row : schema::fields_of(type)) {
        if (is_near(key, row.key)) near.push_back(schema::id_of(row));
    }
    const auto distance = [key](schema::FieldId id) {
        const string_view documented = schema::field(id).key;
        return equal_in_letters(key, documented) ? 0 : base::edit_distance(documented, key, 2);
    };
    std::stable_sort(near.begin(), near.end(),
                     [&](schema::FieldId a, schema::FieldId b) { return distance(a) < distance(b); });
    return near;
}

/// What near_fields gave last: senders use the same keys in one event after the other.
class NearFields {
public:
    /// Calls `is_meant` with the fields of this object that a key is near, best first, until it agrees; the
    /// field that it agreed to, or no_field.
    template <typename IsMeant>
    schema::FieldId find(schema::ObjectType type, string_view key, const IsMeant& is_meant) {
        const auto first = [&](std::span<const schema::FieldId> near) {
            const auto found = std::find_if(near.begin(), near.end(), is_meant);
            return found == near.end() ? schema::no_field : *found;
        };
        if (key.size() > longest) return schema::no_field;  // no documented key is as long
        Known& known = known_[place_of(type, key)];
        if (known.type != type || known.key() != key) {
            const std::vector<schema::FieldId> near = near_fields(type, key);
            if (near.size() > known.near.size()) return first(near);
            known = {type, static_cast<std::uint8_t>(key.size()), static_cast<std::uint8_t>(near.size())};
            std::copy(near.begin(), near.end(), known.near.begin());
            key.copy(known.bytes.data(), key.size());
        }
        return first(std::span(known.near).first(known.count));
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
bool is_of_several_words(string_view key) {
    return std::any_of(key.begin(), key.end(), [](char c) { return c == '_' || base::is_upper(c); });
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

/// Whether two types are parts of one resource.
bool are_related(schema::ObjectType here, schema::ObjectType there) {
    const string_view a = schema::object(here).path;
    const string_view b = schema::object(there).path;
    return !a.empty() && a.substr(0, a.find('.')) == b.substr(0, b.find('.'));
}

/// The field of this key in another object, those of the same resource first, or no_field. Only keys of
/// several words count.
schema::FieldId field_elsewhere(schema::ObjectType type, string_view key) {
    schema::FieldId found = schema::no_field;
    if (!may_be_documented(key) || !is_of_several_words(key)) return found;
    for (const schema::Field& row : schema::fields()) {
        if (row.key != key || row.owner == type) continue;
        if (are_related(type, row.owner)) return schema::id_of(row);
        if (found == schema::no_field) found = schema::id_of(row);
    }
    return found;
}

/// Rule `unknown-field`, on a member of an object that has the fields `present`.
void tell_unknown_key(Context& context, event::SlotIndex member, schema::ObjectType type,
                      const PresentFields& present) {
    thread_local NearFields near_fields;
    const std::string key(context.key(context.event[member]));  // has_type_of() reads other texts
    const schema::FieldId elsewhere = field_elsewhere(type, key);
    const schema::FieldId meant =
        elsewhere != schema::no_field
            ? schema::no_field
            : near_fields.find(type, key, [&](schema::FieldId id) {
                  return !present.has(id) && has_type_of(context, member, schema::field(id));
              });
    const bool mistake = elsewhere != schema::no_field || meant != schema::no_field;
    const schema::RuleInfo& rule = schema::rule_info(schema::Rule::unknown_field);
    const schema::Severity severity = mistake ? rule.otherwise.severity : rule.severity;
    Issue issue{.rule = rule.rule, .slot = member, .at = Issue::At::key};
    if (context.wants_words(rule.rule, severity)) {
        issue.message = "is not documented";
        if (elsewhere != schema::no_field)
            issue.hint = "it is documented as " + schema::field_path(elsewhere);
        if (meant != schema::no_field) issue.hint = base::did_you_mean_text(schema::field(meant).key);
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
        if (event[i].field != schema::no_field && event.is_set(i) && !event[i].overridden)
            present.add(event[i].field);
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
            check_legible(context, i, true);
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
                      .message = fmt::format("is {}, but properties are set too", event::shown(event, value)),
                      .expected = "a value or properties, not both"});
    }
}

}  // namespace hookspect::check
