#include "report/card/generic.h"

#include <algorithm>

namespace hookspect::report {
namespace {

bool holds_containers(const event::Event& event, event::SlotIndex list) {
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (event[i].kind == event::Kind::object || event[i].kind == event::Kind::array) return true;
    }
    return false;
}

bool is_text(const event::Event& event, event::SlotIndex index) {
    return index != 0 && event[index].kind == event::Kind::string && event[index].size != 0;
}

/// The texts of a `@type`: one string, or a list of strings, joined.
std::string type_text(const Card& card, event::SlotIndex index) {
    if (is_text(card.event, index)) return text_of(card, index);
    std::string joined;
    if (index == 0 || card.event[index].kind != event::Kind::array) return joined;
    for (event::SlotIndex i = card.event.first(index); i != card.event.end(index); i = card.event.next(i)) {
        if (!is_text(card.event, i)) return {};
        joined.append(joined.empty() ? "" : ", ").append(text_of(card, i));
    }
    return joined;
}

/// Adds what a schema.org object is to its row: `Person  Zoë Müller`, `ShareAction, CompletedActionStatus`.
void put_schema_org_head(Card& card, event::SlotIndex object, bool action) {
    const event::Event& event = card.event;
    event::SlotIndex type = event.find(object, "@type");
    if (type == 0 && action) type = event.find(object, "type");
    const std::string text = type_text(card, type);
    if (text.empty()) return;
    card.shown[type] = true;
    card.rows.put(text);
    if (const event::SlotIndex status = event.find(object, "actionStatus"); is_text(event, status)) {
        card.shown[status] = true;
        card.rows.put(", " + text_of(card, status));
    }
    if (const event::SlotIndex name = event.find(object, "name"); is_text(event, name)) {
        card.shown[name] = true;
        card.rows.put("  " + text_of(card, name));
    }
}

void show_elements(Card& card, event::SlotIndex list, int indent) {
    std::size_t number = 0;
    for (event::SlotIndex i = card.event.first(list); i != card.event.end(list); i = card.event.next(i)) {
        // An element has no key that could be undocumented.
        const Member element{i, schema::ObjectType::none, indent};
        show_generic(card, element, "[" + std::to_string(number++) + "]");
    }
}

}  // namespace

void show_generic(Card& card, const Member& member, std::string_view label) {
    const event::Event& event = card.event;
    const event::Slot& slot = event[member.index];
    begin_row(card, member, label);
    const bool empty = event.first(member.index) == event.end(member.index);
    if (slot.kind == event::Kind::object && !empty && member.indent < deepest_indent) {
        const schema::ObjectType type = object_type(event, member.index);
        put_schema_org_head(card, member.index, type == schema::ObjectType::schema_org_action);
        show_members(card, member.index, type, member.indent + 2);
    } else if (slot.kind == event::Kind::array && holds_containers(event, member.index) &&
               member.indent < deepest_indent) {
        show_elements(card, member.index, member.indent + 2);
    } else {
        put_value(card, member.index);
    }
}

}  // namespace hookspect::report
