#include "report/card/value.h"

#include "base/calendar.h"
#include "base/path_key.h"
#include "report/get/json_value.h"

#include <algorithm>
#include <unordered_set>

namespace hookspect {
namespace {

constexpr std::size_t most_json = 8000;  // bytes on one row

bool is_container(const Slot& slot) {
    return slot.kind == Kind::object || slot.kind == Kind::array;
}

/// The one member of an object that is still to be shown, 0 if there are more or none.
SlotIndex only_member(const Card& card, SlotIndex object) {
    SlotIndex only = 0;
    for (SlotIndex i = card.event.first(object); i != card.event.end(object); i = card.event.next(i)) {
        if (card.shown[i]) continue;
        if (only != 0) return 0;
        only = i;
    }
    return only;
}

/// Whether a value needs no rows below its own, so that `author.name` says it all.
bool is_one_row(const Event& event, SlotIndex index) {
    if (!is_container(event[index]) || is_multilingual(object_type(event, index))) return true;
    return event[index].kind == Kind::array && event[index].field != no_field &&
           field(event[index].field).type == ValueType::strings;
}

void show_channel(Card& card, const Member& member, std::string_view label, ObjectType type) {
    const SlotIndex enabled = member_of(card.event, member.index, type, "enabled");
    begin_row(card, member, label);
    if (card.event.is_set(enabled) && card.event[enabled].kind == Kind::boolean) {
        const bool yes = card.event.raw(card.event[enabled]) == "true";
        card.sheet.put(yes ? Role::good : Role::dim, yes ? "enabled" : "not enabled");
        card.shown[enabled] = true;
    }
    show_members(card, member.index, type, member.indent + 2);
}

void show_object(Card& card, const Member& member, std::string_view label) {
    const ObjectType type = object_type(card.event, member.index);
    if (is_multilingual(type)) return show_multilingual(card, member, label);
    if (type == ObjectType::person_opt_in) return show_opt_in(card, member, label);
    const bool empty = card.event.first(member.index) == card.event.end(member.index);
    if (empty || type == ObjectType::none || type == ObjectType::schema_org_action) {
        return show_generic(card, member, label);
    }
    if (type == ObjectType::campaign_community || type == ObjectType::campaign_landing) {
        return show_channel(card, member, label, type);
    }
    if (const SlotIndex only = only_member(card, member.index); only != 0 && is_one_row(card.event, only)) {
        return show_member(card, {only, type, member.indent, std::string(label) + "."});
    }
    begin_row(card, member, label);
    show_members(card, member.index, type, member.indent + 2);
}

void show_strings(Card& card, const Member& member, std::string_view label, const Field& row) {
    begin_row(card, member, label);
    const SlotIndex list = member.index;
    if (card.event.first(list) == card.event.end(list)) return card.sheet.put(Role::dim, "none");
    const std::string_view separator = row.values.empty() ? ", " : " ";
    for (SlotIndex i = card.event.first(list); i != card.event.end(list); i = card.event.next(i)) {
        card.sheet.put_item(Role::plain, text_of(card, i), separator);
    }
}

/// `= preset` where the identifier of the preset is the one that stands a few rows above.
bool is_same_preset(const Card& card, const Member& member) {
    const Slot& slot = card.event[member.index];
    if (field(slot.field).key != "presetId") return false;
    const ObjectType resource =
        member.owner == ObjectType::interaction_metadata ? ObjectType::interaction : ObjectType::conversion;
    const SlotIndex preset = card.event.at(find_field(resource, "preset"));
    return card.event.is_set(preset) && card.event[preset].kind == Kind::string &&
           text_of(card, preset) == text_of(card, member.index);
}

void show_scalar(Card& card, const Member& member, std::string_view label, const Field& row) {
    const Slot& slot = card.event[member.index];
    begin_row(card, member, label);
    if (slot.kind == Kind::number && (row.unit == Unit::seconds || row.unit == Unit::milliseconds)) {
        put_time(card, slot, row.unit);
    } else if (slot.kind == Kind::boolean && row.type == ValueType::boolean) {
        card.sheet.put(card.event.raw(slot) == "true" ? "yes" : "no");
    } else if (slot.kind == Kind::string &&
               (row.type == ValueType::number || row.type == ValueType::boolean)) {
        put_json(card, member.index);
    } else if (slot.kind == Kind::string && is_same_preset(card, member)) {
        card.sheet.put(Role::dim, std::string(symbols(card.presentation).same) + " preset");
    } else {
        put_value(card, member.index);
    }
}

void show_documented(Card& card, const Member& member, std::string_view label) {
    const Slot& slot = card.event[member.index];
    const Field& row = field(slot.field);
    if (row.type == ValueType::object && slot.kind == Kind::object) return show_object(card, member, label);
    if (row.type == ValueType::strings && slot.kind == Kind::array)
        return show_strings(card, member, label, row);
    if (row.type == ValueType::properties && slot.kind == Kind::array)
        return show_properties(card, member, label);
    if (is_container(slot)) return show_generic(card, member, label);
    if (row.type == ValueType::object || row.type == ValueType::strings ||
        row.type == ValueType::properties) {
        begin_row(card, member, label);
        return put_json(card, member.index);
    }
    show_scalar(card, member, label, row);
}

}  // namespace

Card::Card(const Event& shown_event, const Presentation& how)
    : event(shown_event), presentation(how), sheet(how) {
    shown.resize(event.count);
    const SlotIndex list = member_of(event, 0, ObjectType::campaign_config, "languages");
    if (list == 0 || event[list].kind != Kind::array) return;
    std::unordered_set<std::string> seen;
    for (SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (event[i].kind != Kind::string) continue;
        has_languages = true;
        std::string code = text_of(*this, i);
        if (seen.insert(code).second) languages.push_back(std::move(code));
    }
}

ObjectType object_type(const Event& event, SlotIndex index) {
    if (index == 0) return ObjectType::event;
    const Slot& slot = event[index];
    if (slot.field == no_field) return ObjectType::none;
    const Field& row = field(slot.field);
    if (row.type == ValueType::properties) return ObjectType::person_property;
    return row.type == ValueType::object ? row.object : ObjectType::none;
}

std::string path_label(std::string_view key) {
    std::string label;
    append_path_key(label, key);
    return label;
}

SlotIndex member_of(const Event& event, SlotIndex object, ObjectType type, std::string_view key) {
    const FieldId id = find_field(type, key);
    const SlotIndex index = id == no_field ? 0 : event.at(id);
    const bool inside = index > object && index < event[object].next;
    return inside ? index : 0;
}

std::string text_of(const Card& card, SlotIndex index) {
    const Slot& slot = card.event[index];
    std::string scratch;
    if (slot.kind == Kind::string) return std::string(card.event.text(slot, scratch));
    append_json_value(scratch, card.event, index, card.presentation.full ? std::string::npos : most_json);
    return scratch;
}

void begin_row(Card& card, const Member& member, std::string_view label) {
    const Slot& slot = card.event[member.index];
    card.sheet.row(member.indent, label);
    card.shown[member.index] = true;
    const auto faulty = [&card](std::uint64_t offset) {
        return std::binary_search(card.faults.begin(), card.faults.end(), offset);
    };
    const Symbols& all = symbols(card.presentation);
    if (faulty(slot.place) || (slot.key_size != 0 && faulty(slot.key_place))) {
        card.sheet.mark(Role::error, all.bad);
    } else if (slot.field == no_field && !object(member.owner).open) {
        card.sheet.mark(Role::note, all.note);
    }
}

void put_not_set(Card& card) {
    card.sheet.put(Role::dim, "not set");
}

void put_json(Card& card, SlotIndex index) {
    std::string json;
    append_json_value(json, card.event, index, card.presentation.full ? std::string::npos : most_json);
    card.sheet.put(json);
}

void put_value(Card& card, SlotIndex index) {
    const Slot& slot = card.event[index];
    if (slot.kind == Kind::null) return put_not_set(card);
    if (slot.kind != Kind::string) return put_json(card, index);
    std::string scratch;
    const std::string_view text = card.event.text(slot, scratch);
    if (text.empty()) return card.sheet.put(Role::dim, "(empty)");
    if (text.find_first_not_of(' ') == std::string_view::npos) return put_json(card, index);
    card.sheet.put(text);
}

void put_time(Card& card, const Slot& slot, Unit unit) {
    const std::string_view raw = card.event.raw(slot);
    const std::string_view suffix = unit == Unit::milliseconds ? " ms" : "";
    const auto moment =
        parse_timestamp(raw, unit == Unit::milliseconds ? TimeUnit::milliseconds : TimeUnit::seconds);
    if (!moment) return card.sheet.put(raw);
    std::string date;
    if (*moment == 0) {
        date = "never";
    } else {
        append_date(date, *moment, card.presentation.dates);
    }
    const std::string number = std::string(raw).append(*moment == 0 ? "" : suffix);
    if (date.empty()) {
        card.sheet.put(number);
    } else {
        card.sheet.put(date);
        card.sheet.put_if_room(Role::dim, "  " + number);
    }
    if (!card.presentation.ages || *moment == 0) return;
    std::string age("  ");
    append_age(age, *moment, card.presentation.now * 1000);
    card.sheet.put_if_room(Role::dim, age);
}

void show_member(Card& card, const Member& member) {
    const Slot& slot = card.event[member.index];
    std::string scratch;
    const std::string label = member.prefix + path_label(card.event.key(slot, scratch));
    card.shown[member.index] = true;
    if (slot.overridden) {
        begin_row(card, member, label);
        put_json(card, member.index);
        card.sheet.put(Role::dim, "  overwritten by the same key below");
    } else if (slot.kind == Kind::null) {
        begin_row(card, member, label);
        put_not_set(card);
    } else if (slot.field != no_field) {
        show_documented(card, member, label);
    } else {
        show_generic(card, member, label);
    }
}

void show_members(Card& card, SlotIndex object, ObjectType type, int indent,
                  std::span<const std::string_view> order) {
    const Event& event = card.event;
    const auto show = [&](SlotIndex index) {
        if (index != 0 && !card.shown[index]) show_member(card, {index, type, indent});
    };
    for (const std::string_view key : order) {
        if (key.empty()) {
            card.sheet.gap();
        } else {
            show(member_of(event, object, type, key));
        }
    }
    for (const Field& row : fields_of(type)) show(member_of(event, object, type, row.key));
    for (SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) show(i);
}

}  // namespace hookspect
