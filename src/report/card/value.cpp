#include "report/card/value.h"

#include "base/calendar.h"
#include "base/path_key.h"
#include "base/seeded_hash.h"
#include "event/json_value.h"
#include "report/card/generic.h"
#include "report/card/multilingual.h"
#include "report/card/person.h"

#include <algorithm>

namespace hookspect::report {
namespace {

constexpr std::size_t most_json = 8000;  // bytes on one row

/// The one member of an object that is still to be shown, 0 if there are more or none.
event::SlotIndex only_member(const Card& card, event::SlotIndex object) {
    event::SlotIndex only = 0;
    for (event::SlotIndex i = card.event.first(object); i != card.event.end(object); i = card.event.next(i)) {
        if (card.shown[i]) continue;
        if (only != 0) return 0;
        only = i;
    }
    return only;
}

/// Whether a value needs no rows below its own, so that `author.name` says it all.
bool is_one_row(const event::Event& event, event::SlotIndex index) {
    if (!event::is_container(event[index]) || schema::is_multilingual(object_type(event, index))) return true;
    return event[index].kind == event::Kind::array && event[index].field != schema::no_field &&
           schema::field(event[index].field).type == schema::ValueType::strings;
}

void show_channel(Card& card, const Member& member, std::string_view label, schema::ObjectType type) {
    const event::SlotIndex enabled = member_of(card.event, member.index, type, "enabled");
    begin_row(card, member, label);
    if (card.event.is_set(enabled) && card.event[enabled].kind == event::Kind::boolean) {
        const bool yes = card.event.raw(card.event[enabled]) == "true";
        card.rows.put(yes ? term::Role::good : term::Role::dim, yes ? "enabled" : "not enabled");
        card.shown[enabled] = true;
    }
    show_members(card, member.index, type, member.indent + 2);
}

void show_object(Card& card, const Member& member, std::string_view label) {
    const schema::ObjectType type = object_type(card.event, member.index);
    if (schema::is_multilingual(type)) return show_multilingual(card, member, label);
    if (type == schema::ObjectType::person_opt_in) return show_opt_in(card, member, label);
    const bool empty = card.event.first(member.index) == card.event.end(member.index);
    if (empty || type == schema::ObjectType::none || type == schema::ObjectType::schema_org_action) {
        return show_generic(card, member, label);
    }
    if (type == schema::ObjectType::campaign_community || type == schema::ObjectType::campaign_landing) {
        return show_channel(card, member, label, type);
    }
    if (const event::SlotIndex only = only_member(card, member.index);
        only != 0 && is_one_row(card.event, only)) {
        return show_member(card, {only, type, member.indent, std::string(label) + "."});
    }
    begin_row(card, member, label);
    show_members(card, member.index, type, member.indent + 2);
}

void show_strings(Card& card, const Member& member, std::string_view label, const schema::Field& row) {
    begin_row(card, member, label);
    const event::SlotIndex list = member.index;
    if (card.event.first(list) == card.event.end(list)) return card.rows.put(term::Role::dim, "none");
    const std::string_view separator = row.values.empty() ? ", " : " ";
    for (event::SlotIndex i = card.event.first(list); i != card.event.end(list); i = card.event.next(i)) {
        card.rows.put_item(term::Role::plain, text_of(card, i), separator);
    }
}

/// `= preset` where the identifier of the preset is the one that stands a few rows above.
bool is_same_preset(const Card& card, const Member& member) {
    const event::Slot& slot = card.event[member.index];
    if (schema::field(slot.field).key != "presetId") return false;
    const schema::ObjectType resource = member.owner == schema::ObjectType::interaction_metadata
                                            ? schema::ObjectType::interaction
                                            : schema::ObjectType::conversion;
    const event::SlotIndex preset = card.event.at(schema::find_field(resource, "preset"));
    return card.event.is_set(preset) && card.event[preset].kind == event::Kind::string &&
           text_of(card, preset) == text_of(card, member.index);
}

void show_scalar(Card& card, const Member& member, std::string_view label, const schema::Field& row) {
    const event::Slot& slot = card.event[member.index];
    begin_row(card, member, label);
    if (slot.kind == event::Kind::number &&
        (row.unit == schema::Unit::seconds || row.unit == schema::Unit::milliseconds)) {
        put_time(card, slot, row.unit);
    } else if (slot.kind == event::Kind::boolean && row.type == schema::ValueType::boolean) {
        card.rows.put(card.event.raw(slot) == "true" ? "yes" : "no");
    } else if (slot.kind == event::Kind::string &&
               (row.type == schema::ValueType::number || row.type == schema::ValueType::boolean)) {
        put_json(card, member.index);
    } else if (slot.kind == event::Kind::string && is_same_preset(card, member)) {
        card.rows.put(term::Role::dim, std::string(term::symbols(card.presentation).same) + " preset");
    } else {
        put_value(card, member.index);
    }
}

void show_documented(Card& card, const Member& member, std::string_view label) {
    const event::Slot& slot = card.event[member.index];
    const schema::Field& row = schema::field(slot.field);
    if (row.type == schema::ValueType::object && slot.kind == event::Kind::object)
        return show_object(card, member, label);
    if (row.type == schema::ValueType::strings && slot.kind == event::Kind::array)
        return show_strings(card, member, label, row);
    if (row.type == schema::ValueType::properties && slot.kind == event::Kind::array)
        return show_properties(card, member, label);
    if (event::is_container(slot)) return show_generic(card, member, label);
    if (row.type == schema::ValueType::object || row.type == schema::ValueType::strings ||
        row.type == schema::ValueType::properties) {
        begin_row(card, member, label);
        return put_json(card, member.index);
    }
    show_scalar(card, member, label, row);
}

}  // namespace

Card::Card(const event::Event& shown_event, const Presentation& how)
    : event(shown_event), presentation(how), rows(how) {
    shown.resize(event.count);
    const event::SlotIndex list = member_of(event, 0, schema::ObjectType::campaign_config, "languages");
    if (list == 0 || event[list].kind != event::Kind::array) return;
    base::SeededSet<> seen;
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (event[i].kind != event::Kind::string) continue;
        has_languages = true;
        std::string code = text_of(*this, i);
        if (seen.insert(code).second) languages.push_back(std::move(code));
    }
}

schema::ObjectType object_type(const event::Event& event, event::SlotIndex index) {
    if (index == 0) return schema::ObjectType::event;
    const event::Slot& slot = event[index];
    if (slot.field == schema::no_field) return schema::ObjectType::none;
    const schema::Field& row = schema::field(slot.field);
    if (row.type == schema::ValueType::properties) return schema::ObjectType::person_property;
    return row.type == schema::ValueType::object ? row.object : schema::ObjectType::none;
}

std::string path_label(std::string_view key) {
    std::string label;
    base::append_path_key(label, key);
    return label;
}

event::SlotIndex member_of(const event::Event& event, event::SlotIndex object, schema::ObjectType type,
                           std::string_view key) {
    const schema::FieldId id = schema::find_field(type, key);
    const event::SlotIndex index = id == schema::no_field ? 0 : event.at(id);
    const bool inside = index > object && index < event[object].next;
    return inside ? index : 0;
}

std::string text_of(const Card& card, event::SlotIndex index) {
    const event::Slot& slot = card.event[index];
    std::string scratch;
    if (slot.kind == event::Kind::string) return std::string(card.event.text(slot, scratch));
    event::append_readable_json(scratch, card.event, index,
                                card.presentation.full ? std::string::npos : most_json);
    return scratch;
}

void begin_row(Card& card, const Member& member, std::string_view label) {
    const event::Slot& slot = card.event[member.index];
    card.rows.row(member.indent, label);
    card.shown[member.index] = true;
    const auto faulty = [&card](std::uint64_t offset) {
        return std::binary_search(card.faults.begin(), card.faults.end(), offset);
    };
    const term::Symbols& all = term::symbols(card.presentation);
    if (faulty(slot.place) || (slot.key_size != 0 && faulty(slot.key_place))) {
        card.rows.mark(term::Role::error, all.bad);
    } else if (slot.field == schema::no_field && !schema::object(member.owner).open) {
        card.rows.mark(term::Role::note, all.note);
    }
}

void put_not_set(Card& card) {
    card.rows.put(term::Role::dim, "not set");
}

void put_json(Card& card, event::SlotIndex index) {
    std::string json;
    event::append_readable_json(json, card.event, index,
                                card.presentation.full ? std::string::npos : most_json);
    card.rows.put(json);
}

void put_value(Card& card, event::SlotIndex index) {
    const event::Slot& slot = card.event[index];
    if (slot.kind == event::Kind::null) return put_not_set(card);
    if (slot.kind != event::Kind::string) return put_json(card, index);
    std::string scratch;
    const std::string_view text = card.event.text(slot, scratch);
    if (text.empty()) return card.rows.put(term::Role::dim, "(empty)");
    if (text.find_first_not_of(' ') == std::string_view::npos) return put_json(card, index);
    card.rows.put(text);
}

void put_time(Card& card, const event::Slot& slot, schema::Unit unit) {
    const std::string_view raw = card.event.raw(slot);
    const std::string_view suffix = unit == schema::Unit::milliseconds ? " ms" : "";
    const auto moment = base::parse_timestamp(
        raw, unit == schema::Unit::milliseconds ? base::TimeUnit::milliseconds : base::TimeUnit::seconds);
    if (!moment) return card.rows.put(raw);
    std::string date;
    if (*moment == 0) {
        date = "never";
    } else {
        base::append_date(date, *moment, card.presentation.dates);
    }
    const std::string number = std::string(raw).append(*moment == 0 ? "" : suffix);
    if (date.empty()) {
        card.rows.put(number);
    } else {
        card.rows.put(date);
        card.rows.put_if_room(term::Role::dim, "  " + number);
    }
    if (!card.presentation.ages || *moment == 0) return;
    std::string age("  ");
    base::append_age(age, *moment, card.presentation.now * 1000);
    card.rows.put_if_room(term::Role::dim, age);
}

void show_member(Card& card, const Member& member) {
    const event::Slot& slot = card.event[member.index];
    std::string scratch;
    const std::string label = member.prefix + path_label(card.event.key(slot, scratch));
    card.shown[member.index] = true;
    if (slot.overridden) {
        begin_row(card, member, label);
        put_json(card, member.index);
        card.rows.put(term::Role::dim, "  overwritten by the same key below");
    } else if (slot.kind == event::Kind::null) {
        begin_row(card, member, label);
        put_not_set(card);
    } else if (slot.field != schema::no_field) {
        show_documented(card, member, label);
    } else {
        show_generic(card, member, label);
    }
}

void show_members(Card& card, event::SlotIndex object, schema::ObjectType type, int indent,
                  std::span<const std::string_view> order) {
    const event::Event& event = card.event;
    const auto show = [&](event::SlotIndex index) {
        if (index != 0 && !card.shown[index]) show_member(card, {index, type, indent});
    };
    for (const std::string_view key : order) {
        if (key.empty()) {
            card.rows.gap();
        } else {
            show(member_of(event, object, type, key));
        }
    }
    for (const schema::Field& row : schema::fields_of(type)) show(member_of(event, object, type, row.key));
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) show(i);
}

}  // namespace hookspect::report
