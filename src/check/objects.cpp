#include "check/objects.h"

#include "base/wording.h"
#include "check/values.h"
#include "event/brief.h"
#include "schema/ids.h"
#include "schema/language.h"

#include <fmt/format.h>

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
         .message = " is no documented language",
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
        Remark remark{.rule = schema::Rule::missing_key, .slot = key, .expected = "the name of the property"};
        tell_not_set(context, std::move(remark), object, "key");
    }
    const bool nested =
        properties != 0 && event[properties].kind == event::Kind::array && !is_empty(event, properties);
    if (nested && value != 0 && !is_empty(event, value)) {
        context.tell({.rule = schema::Rule::value_and_properties,
                      .slot = value,
                      .message = fmt::format(" is {}, beside properties", event::shown(event, value)),
                      .expected = "a value or properties, not both"});
    }
}

}  // namespace hookspect::check
