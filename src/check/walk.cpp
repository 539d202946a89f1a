#include "check/walk.h"

#include "check/objects.h"
#include "check/values.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <algorithm>

namespace hookspect {
namespace {

/// The tape is flat, so this is a loop and needs no stack however deep the event is.
class Walk {
public:
    explicit Walk(Context& context) : context_(context), event_(context.event) {}

    void run() {
        check_keys(context_, 0, ObjectType::event);
        for (SlotIndex i = 1; i < event_.count;) {
            const Slot& slot = event_[i];
            if (slot.repeats || slot.conflict) tell_twice(i);
            if (slot.overridden) {
                context_.disregard(i);
                i = slot.next;
                continue;
            }
            if (i >= free_until_) value(i, slot);
            const bool pass = free_until_ > i && !event_.irregular;
            i = pass ? free_until_ : i + 1;
        }
    }

private:
    Context& context_;
    const Event& event_;
    const Field* rows_ = fields().data();
    SlotIndex free_until_ = 0;  // up to here nothing is documented: only repeated keys are looked for

    void tell_twice(SlotIndex slot) {
        if (event_[slot].repeats) {
            context_.tell({.rule = Rule::duplicate_key,
                           .slot = slot,
                           .message = " stands here again",
                           .expected = "each key once in an object; the last one counts",
                           .at = Issue::At::key});
        }
        if (event_[slot].conflict) {
            context_.tell({.rule = Rule::form_conflict,
                           .slot = slot,
                           .message = " is both a value and an object or list",
                           .expected = "a key that is used in one way"});
        }
    }

    void leave_alone(const Slot& slot) { free_until_ = slot.next; }

    void mistyped(SlotIndex i, const Slot& slot, const Field& row, bool element) {
        element ? tell_element_type(context_, i, row) : tell_type(context_, i, row);
        if (slot.kind == Kind::object || slot.kind == Kind::array) {
            context_.disregard(i);
            leave_alone(slot);
        }
    }

    void value(SlotIndex i, const Slot& slot) {
        if (slot.field == no_field) return leave_alone(slot);
        const Field& row = rows_[slot.field];
        const bool element = slot.key_size == 0;  // no documented key is empty
        if (slot.kind == Kind::null && !element) return;
        switch (row.type) {
            case ValueType::string: return string(i, slot, row);
            case ValueType::number:
                return slot.kind == Kind::number ? check_number(context_, i, row)
                                                 : mistyped(i, slot, row, false);
            case ValueType::boolean:
                return slot.kind == Kind::boolean ? void() : mistyped(i, slot, row, false);
            case ValueType::person_id:
                return slot.kind == Kind::string ? check_person_id(context_, i)
                                                 : mistyped(i, slot, row, false);
            case ValueType::primary: {
                const bool good = slot.kind == Kind::string || slot.kind == Kind::boolean;
                return good ? void() : mistyped(i, slot, row, false);
            }
            case ValueType::strings:
                return slot.kind == Kind::array ? strings(i, slot, row) : mistyped(i, slot, row, false);
            case ValueType::properties:
                if (element && slot.kind == Kind::object) return property(i);
                return !element && slot.kind == Kind::array ? void() : mistyped(i, slot, row, element);
            case ValueType::object:
                return slot.kind == Kind::object ? object(i, slot, row) : mistyped(i, slot, row, false);
            case ValueType::url: return;  // only in Multilingual values, which are checked whole
            case ValueType::any: return leave_alone(slot);
        }
    }

    void string(SlotIndex i, const Slot& slot, const Field& row) {
        if (slot.kind != Kind::string) return mistyped(i, slot, row, false);
        const FieldId id = slot.field;
        if (!row.values.empty()) {
            if (!context_.is_blank_form_value(slot)) check_listed(context_, i, row);
        } else if (id == ids::campaign_name || id == ids::author_name) {
            check_legible(context_, i);
        } else if (id == ids::interaction_ip || id == ids::conversion_ip) {
            if (!context_.is_blank_form_value(slot)) check_ip_address(context_, i);
        }
    }

    void strings(SlotIndex list, const Slot& slot, const Field& row) {
        leave_alone(slot);
        for (SlotIndex i = event_.first(list); i != event_.end(list); i = event_.next(i)) {
            if (event_[i].kind != Kind::string) {
                tell_element_type(context_, i, row);
            } else if (!row.values.empty()) {
                check_listed(context_, i, row);
            }
        }
    }

    void property(SlotIndex i) {
        check_keys(context_, i, ObjectType::person_property);
        check_property(context_, i);
    }

    void object(SlotIndex i, const Slot& slot, const Field& row) {
        switch (row.object) {
            case ObjectType::multilingual_string:
            case ObjectType::multilingual_url:
                check_languages(context_, i, slot.field);
                return leave_alone(slot);
            case ObjectType::person_opt_in: check_opt_in(context_, i); return leave_alone(slot);
            case ObjectType::schema_org_action: check_action(context_, i); return leave_alone(slot);
            default: return check_keys(context_, i, row.object);
        }
    }
};

}  // namespace

void check_values(Context& context) {
    Walk(context).run();
}

}  // namespace hookspect
