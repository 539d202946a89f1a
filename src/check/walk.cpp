#include "check/walk.h"

#include "check/objects.h"
#include "check/values.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace hookspect::check {
namespace {

/// What values of a field nothing has to be said of.
struct Plain {
    std::uint8_t kinds = 0;          // bits by Kind
    std::uint8_t fewest_digits = 0;  // of a number of digits alone
    std::uint8_t lengths = 0;        // how many lengths from there on

    /// Without branches: which fields an event has can hardly be foretold.
    [[nodiscard]] bool holds(const event::Slot& slot) const {
        const unsigned kind = static_cast<unsigned>(kinds) >> static_cast<unsigned>(slot.kind);
        const auto number =
            static_cast<unsigned>(slot.whole) & static_cast<unsigned>(slot.size - fewest_digits < lengths);
        return ((kind | number) & 1U) != 0;
    }
};

constexpr std::uint8_t bits(std::initializer_list<event::Kind> kinds) {
    unsigned all = 0;
    for (const event::Kind kind : kinds) all |= 1U << static_cast<unsigned>(kind);
    return static_cast<std::uint8_t>(all);
}

/// Timestamps that may be seconds in place of milliseconds or the reverse are left to check_number.
Plain plain_number(schema::Unit unit) {
    constexpr std::uint8_t absent = bits({event::Kind::null});
    switch (unit) {
        case schema::Unit::plain: return {bits({event::Kind::null, event::Kind::number})};
        case schema::Unit::identifier: return {absent, 1, 200};
        case schema::Unit::seconds: return {absent, 1, 11};
        case schema::Unit::milliseconds: return {absent, 13, 200};
    }
    return {};
}

/// `keys`: those of an object are looked at.
Plain plain_values(const schema::Field& row, bool keys) {
    const schema::FieldId id = schema::id_of(row);
    const bool read = !row.values.empty() || id == schema::ids::campaign_name ||
                      id == schema::ids::author_name || id == schema::ids::interaction_ip ||
                      id == schema::ids::conversion_ip;
    const bool once = row.type == schema::ValueType::object && schema::stands_once(row.object);
    switch (row.type) {
        case schema::ValueType::string:
            return {read ? bits({event::Kind::null}) : bits({event::Kind::null, event::Kind::string})};
        case schema::ValueType::number: return plain_number(row.unit);
        case schema::ValueType::boolean: return {bits({event::Kind::null, event::Kind::boolean})};
        case schema::ValueType::primary:
            return {bits({event::Kind::null, event::Kind::boolean, event::Kind::string})};
        case schema::ValueType::object:
            if (once && !keys && row.object != schema::ObjectType::person_opt_in &&
                row.object != schema::ObjectType::schema_org_action) {
                return {bits({event::Kind::null, event::Kind::object})};
            }
            return {};
        default: return {};
    }
}

using PlainTable = std::array<Plain, 256>;  // by FieldId

PlainTable plain_table(bool keys) {
    PlainTable table{};
    for (const schema::Field& row : schema::fields()) table[schema::id_of(row)] = plain_values(row, keys);
    table[schema::no_field] = {
        bits({event::Kind::null, event::Kind::boolean, event::Kind::number, event::Kind::string})};
    return table;
}

/// Most values are settled by it.
const PlainTable& plain_values(bool keys) {
    static const std::array tables{plain_table(false), plain_table(true)};
    return tables[keys ? 1 : 0];
}

/// The tape is flat, so this is a loop and needs no stack however deep the event is.
class Walk {
public:
    explicit Walk(Context& context) : context_(context), event_(context.event) {}

    void run() {
        check_keys(context_, 0, schema::ObjectType::event);
        for (event::SlotIndex i = 1; i < event_.count;) {
            const event::Slot& slot = event_[i];
            if (!event_.irregular && plain_[slot.field].holds(slot)) {
                ++i;
                continue;
            }
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
    const event::Event& event_;
    const schema::Field* rows_ = schema::fields().data();
    const PlainTable& plain_ = plain_values(event_.unknown_keys);
    event::SlotIndex free_until_ = 0;  // up to here nothing is documented: only repeated keys are looked for

    void tell_twice(event::SlotIndex slot) {
        if (event_[slot].repeats) {
            context_.tell({.rule = schema::Rule::duplicate_key,
                           .slot = slot,
                           .message = " stands here again",
                           .expected = "each key once in an object; the last one counts",
                           .at = Issue::At::key});
        }
        if (event_[slot].conflict) {
            context_.tell({.rule = schema::Rule::form_conflict,
                           .slot = slot,
                           .message = " is both a value and an object or list",
                           .expected = "a key that is used in one way"});
        }
    }

    void leave_alone(const event::Slot& slot) { free_until_ = slot.next; }

    void mistyped(event::SlotIndex i, const event::Slot& slot, const schema::Field& row, bool element) {
        element ? tell_element_type(context_, i, row) : tell_type(context_, i, row);
        if (slot.kind == event::Kind::object || slot.kind == event::Kind::array) {
            context_.disregard(i);
            leave_alone(slot);
        }
    }

    void value(event::SlotIndex i, const event::Slot& slot) {
        if (slot.field == schema::no_field) return leave_alone(slot);
        const schema::Field& row = rows_[slot.field];
        const bool element = slot.key_size == 0;  // no documented key is empty
        if (slot.kind == event::Kind::null && !element) return;
        switch (row.type) {
            case schema::ValueType::string: return string(i, slot, row);
            case schema::ValueType::number:
                return slot.kind == event::Kind::number ? check_number(context_, i, row)
                                                        : mistyped(i, slot, row, false);
            case schema::ValueType::boolean:
                return slot.kind == event::Kind::boolean ? void() : mistyped(i, slot, row, false);
            case schema::ValueType::person_id:
                return slot.kind == event::Kind::string ? check_person_id(context_, i)
                                                        : mistyped(i, slot, row, false);
            case schema::ValueType::primary: {
                const bool good = slot.kind == event::Kind::string || slot.kind == event::Kind::boolean;
                return good ? void() : mistyped(i, slot, row, false);
            }
            case schema::ValueType::strings:
                return slot.kind == event::Kind::array ? strings(i, slot, row)
                                                       : mistyped(i, slot, row, false);
            case schema::ValueType::properties:
                if (element && slot.kind == event::Kind::object) return property(i);
                return !element && slot.kind == event::Kind::array ? void() : mistyped(i, slot, row, element);
            case schema::ValueType::object:
                return slot.kind == event::Kind::object ? object(i, slot, row)
                                                        : mistyped(i, slot, row, false);
            case schema::ValueType::url: return;  // only in Multilingual values, which are checked whole
            case schema::ValueType::any: return leave_alone(slot);
        }
    }

    void string(event::SlotIndex i, const event::Slot& slot, const schema::Field& row) {
        if (slot.kind != event::Kind::string) return mistyped(i, slot, row, false);
        const schema::FieldId id = slot.field;
        if (!row.values.empty()) {
            if (!context_.is_blank_form_value(slot)) check_listed(context_, i, row);
        } else if (id == schema::ids::campaign_name || id == schema::ids::author_name) {
            check_legible(context_, i);
        } else if (id == schema::ids::interaction_ip || id == schema::ids::conversion_ip) {
            if (!context_.is_blank_form_value(slot)) check_ip_address(context_, i);
        }
    }

    void strings(event::SlotIndex list, const event::Slot& slot, const schema::Field& row) {
        leave_alone(slot);
        for (event::SlotIndex i = event_.first(list); i != event_.end(list); i = event_.next(i)) {
            if (event_[i].kind != event::Kind::string) {
                tell_element_type(context_, i, row);
            } else if (!row.values.empty()) {
                check_listed(context_, i, row);
            }
        }
    }

    void property(event::SlotIndex i) {
        check_keys(context_, i, schema::ObjectType::person_property);
        check_property(context_, i);
    }

    void object(event::SlotIndex i, const event::Slot& slot, const schema::Field& row) {
        switch (row.object) {
            case schema::ObjectType::multilingual_string:
            case schema::ObjectType::multilingual_url:
                check_languages(context_, i, slot.field);
                return leave_alone(slot);
            case schema::ObjectType::person_opt_in: check_opt_in(context_, i); return leave_alone(slot);
            case schema::ObjectType::schema_org_action: check_action(context_, i); return leave_alone(slot);
            default: return check_keys(context_, i, row.object);
        }
    }
};

}  // namespace

void check_values(Context& context) {
    Walk(context).run();
}

}  // namespace hookspect::check
