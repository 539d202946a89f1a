#include "check/objects.h"

#include "base/wording.h"
#include "check/values.h"
#include "event/brief.h"
#include "schema/ids.h"
#include "schema/language.h"

#include <fmt/format.h>

namespace hookspect {
namespace {

using std::string_view;

/// How the texts of a Multilingual value are read.
struct Reading {
    bool url = false;
    bool strict = false;   // documented as URL, not as a string
    bool legible = false;  // for people, under the rule `garbled-text`
};

Reading reading_of(FieldId id) {
    if (field(id).object == ObjectType::multilingual_url) return {.url = true, .strict = true};
    if (id == ids::image_location) return {.url = true};
    return {.legible = id == ids::title || id == ids::summary || id == ids::promote_title ||
                       id == ids::promote_description};
}

void tell_language(Context& context, SlotIndex member) {
    context.tell({.rule = Rule::language,
                  .slot = member,
                  .message = " is no documented language",
                  .expected = either_of(languages()),
                  .hint = did_you_mean_text(language_meant_by(context.key(context.event[member]))),
                  .at = Issue::At::key});
}

/// Empty means not set, `""`, `[]` and `{}`; `false` and `0` are values.
bool is_empty(const Event& event, SlotIndex slot) {
    switch (event[slot].kind) {
        case Kind::null: return true;
        case Kind::string: return event[slot].size == 0;
        case Kind::object:
        case Kind::array: return event.first(slot) == event.end(slot);
        case Kind::boolean:
        case Kind::number: break;
    }
    return false;
}

}  // namespace

void check_keys(Context& context, SlotIndex object, ObjectType type) {
    const Event& event = context.event;
    if (!event.unknown_keys || hookspect::object(type).open) return;
    bool unknown = false;
    PresentFields present;
    for (SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        unknown |= event[i].field == no_field;
        if (event[i].field != no_field) present.add(event[i].field);
    }
    if (!unknown) return;
    for (SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const Slot& slot = event[i];
        if (slot.field == no_field && !slot.overridden) tell_unknown_key(context, i, type, present);
    }
}

void check_languages(Context& context, SlotIndex object, FieldId id) {
    const Event& event = context.event;
    const Reading reading = reading_of(id);
    for (SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const Slot& slot = event[i];
        if (slot.overridden) continue;
        if (slot.field == no_field) {
            tell_language(context, i);
        } else if (slot.kind == Kind::null) {
            continue;
        } else if (slot.kind != Kind::string) {
            tell_type(context, i, field(slot.field));
        } else if (reading.url) {
            check_url(context, i, reading.strict);
        } else if (reading.legible) {
            check_legible(context, i);
        }
    }
}

void check_opt_in(Context& context, SlotIndex object) {
    constexpr Field consent{ObjectType::person_opt_in, {}, ValueType::boolean};
    const Event& event = context.event;
    for (SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const Slot& slot = event[i];
        const bool fine = slot.kind == Kind::boolean || slot.kind == Kind::null || slot.overridden;
        if (!fine) tell_type(context, i, consent, Severity::warning);
    }
}

void check_property(Context& context, SlotIndex object) {
    const Event& event = context.event;
    SlotIndex key = 0;
    SlotIndex value = 0;
    SlotIndex properties = 0;
    for (SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const Slot& slot = event[i];
        if (slot.overridden) continue;
        if (slot.field == ids::property_key) key = i;
        if (slot.field == ids::property_value) value = i;
        if (slot.field == ids::property_properties) properties = i;
    }
    if (!event.is_set(key)) {
        Remark remark{.rule = Rule::missing_key, .slot = key, .expected = "the name of the property"};
        tell_not_set(context, std::move(remark), object, "key");
    }
    const bool nested =
        properties != 0 && event[properties].kind == Kind::array && !is_empty(event, properties);
    if (nested && value != 0 && !is_empty(event, value)) {
        context.tell({.rule = Rule::value_and_properties,
                      .slot = value,
                      .message = fmt::format(" is {}, beside properties", shown(event, value)),
                      .expected = "a value or properties, not both"});
    }
}

}  // namespace hookspect
