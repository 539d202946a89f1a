#include "report/card/person.h"

#include <algorithm>
#include <array>

namespace hookspect::report {
namespace {

/// The members of one PersonProperty that have a meaning; 0 where absent.
struct Property {
    event::SlotIndex key = 0;
    event::SlotIndex primary = 0;
    event::SlotIndex value = 0;
    event::SlotIndex nested = 0;
};

Property property_at(const event::Event& event, event::SlotIndex object) {
    Property property;
    if (event[object].kind != event::Kind::object) return property;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        if (event[i].overridden || event[i].field == schema::no_field) continue;
        const std::string_view key = schema::field(event[i].field).key;
        if (key == "key") property.key = i;
        if (key == "primary") property.primary = i;
        if (key == "value") property.value = i;
        if (key == "properties") property.nested = i;
    }
    return property;
}

bool is_list(const event::Event& event, event::SlotIndex index) {
    return index != 0 && event[index].kind == event::Kind::array;
}

bool is_string(const event::Event& event, event::SlotIndex index) {
    return index != 0 && event[index].kind == event::Kind::string;
}

/// A boolean, or a string that means one.
bool is_primary(const event::Event& event, event::SlotIndex index) {
    if (index == 0) return false;
    std::string scratch;
    const std::string_view text = event.text(event[index], scratch);
    if (event[index].kind == event::Kind::boolean) return text == "true";
    return event[index].kind == event::Kind::string && !text.empty() && text != "false" && text != "0";
}

bool has_primary(const event::Event& event, event::SlotIndex list) {
    for (event::SlotIndex i = list + 1; i < event[list].next; ++i) {
        const bool primary = event[i].field != schema::no_field &&
                             schema::field(event[i].field).type == schema::ValueType::primary;
        if (primary && is_primary(event, i)) return true;
    }
    return false;
}

bool is_blank_value(const event::Event& event, event::SlotIndex value) {
    if (value == 0) return true;
    const event::Slot& slot = event[value];
    switch (slot.kind) {
        case event::Kind::null: return true;
        case event::Kind::string: return slot.size == 0;
        case event::Kind::object:
        case event::Kind::array: return event.first(value) == event.end(value);
        default: return false;
    }
}

void show_property_list(Card& card, event::SlotIndex list, int indent);

/// What the row of a property has told already.
void mark_told(Card& card, const Property& property) {
    const event::Event& event = card.event;
    if (is_string(event, property.key)) card.shown[property.key] = true;
    const bool flag = property.primary != 0 && (event[property.primary].kind == event::Kind::boolean ||
                                                event[property.primary].kind == event::Kind::string ||
                                                event[property.primary].kind == event::Kind::null);
    if (flag) card.shown[property.primary] = true;
    if (property.value != 0) card.shown[property.value] = true;
    const bool list = is_list(event, property.nested) ||
                      (property.nested != 0 && event[property.nested].kind == event::Kind::null);
    if (list) card.shown[property.nested] = true;
}

void show_property(Card& card, event::SlotIndex object, int indent, std::size_t number) {
    const event::Event& event = card.event;
    const Property property = property_at(event, object);
    std::string label = "[" + std::to_string(number) + "]";
    if (is_string(event, property.key)) label = path_label(text_of(card, property.key));
    const Member member{object, schema::ObjectType::none, indent};
    if (event[object].kind != event::Kind::object || indent >= deepest_indent) {
        begin_row(card, member, label);
        return put_json(card, object);
    }
    begin_row(card, member, label);
    if (is_primary(event, property.primary))
        card.rows.mark(term::Role::heading, term::symbols(card.presentation).primary);
    const bool nests =
        is_list(event, property.nested) && event.first(property.nested) != event.end(property.nested);
    if (property.value == 0 || event[property.value].kind == event::Kind::null) {
        if (!nests) put_not_set(card);
    } else if (!nests || !is_blank_value(event, property.value)) {
        put_value(card, property.value);
    }
    mark_told(card, property);
    show_members(card, object, schema::ObjectType::person_property, indent + 2);
    if (nests) show_property_list(card, property.nested, indent + 2);
}

void show_property_list(Card& card, event::SlotIndex list, int indent) {
    std::size_t number = 0;
    for (event::SlotIndex i = card.event.first(list); i != card.event.end(list); i = card.event.next(i)) {
        show_property(card, i, indent, number++);
    }
}

bool matches(std::string_view key, std::span<const std::string_view> names) {
    std::string plain;  // without case and separators
    for (const char c : key) {
        if (c >= 'A' && c <= 'Z') plain.push_back(static_cast<char>(c - 'A' + 'a'));
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) plain.push_back(c);
    }
    return std::find(names.begin(), names.end(), plain) != names.end();
}

/// Finds a name in a list of properties or in a profile: one called so, or the parts of one. A guess, told
/// beside the identifier and never instead of it.
class NameFinder {
public:
    explicit NameFinder(const event::Event& event) : event_(event) {}

    PersonName find(event::SlotIndex container) {
        look_in(container);
        if (whole_.text.empty()) {
            if (!first_.text.empty() && !last_.text.empty()) first_.text.append(" ");
            first_.text.append(last_.text);
            first_.slots.insert(first_.slots.end(), last_.slots.begin(), last_.slots.end());
            return first_;
        }
        return whole_;
    }

private:
    void look_in(event::SlotIndex container) {
        for (event::SlotIndex i = event_.first(container); i != event_.end(container); i = event_.next(i)) {
            if (event_[i].overridden) continue;
            if (event_[container].kind == event::Kind::array) {
                const Property property = property_at(event_, i);
                if (is_string(event_, property.key)) look_at(property.key, property.value, property.nested);
            } else {
                look_at(0, i, i);
            }
        }
    }

    void look_at(event::SlotIndex key_slot, event::SlotIndex value, event::SlotIndex nested) {
        constexpr std::array<std::string_view, 3> whole{"name", "fullname", "displayname"};
        constexpr std::array<std::string_view, 3> first{"first", "firstname", "givenname"};
        constexpr std::array<std::string_view, 4> last{"last", "lastname", "familyname", "surname"};
        std::string scratch;
        const std::string key(key_slot != 0 ? event_.text(event_[key_slot], scratch)
                                            : event_.key(event_[value], scratch));
        if (matches(key, whole)) {
            take(whole_, key_slot, value);
            const bool container = nested != 0 && (event_[nested].kind == event::Kind::array ||
                                                   event_[nested].kind == event::Kind::object);
            if (whole_.text.empty() && container) {
                const PersonName parts = NameFinder(event_).find(nested);
                whole_ = parts;
                if (key_slot != 0) whole_.slots.push_back(key_slot);
            }
        }
        if (matches(key, first)) take(first_, key_slot, value);
        if (matches(key, last)) take(last_, key_slot, value);
    }

    void take(PersonName& name, event::SlotIndex key_slot, event::SlotIndex value) {
        if (!name.text.empty() || !is_string(event_, value) || event_[value].size == 0) return;
        std::string scratch;
        name.text = event_.text(event_[value], scratch);
        name.slots.push_back(value);
        if (key_slot != 0) name.slots.push_back(key_slot);
    }

    const event::Event& event_;
    PersonName whole_{};
    PersonName first_{};
    PersonName last_{};
};

}  // namespace

void show_opt_in(Card& card, const Member& member, std::string_view label) {
    const event::Event& event = card.event;
    begin_row(card, member, label);
    if (event.first(member.index) == event.end(member.index)) return card.rows.put(term::Role::dim, "{}");
    std::string scratch;
    for (event::SlotIndex i = event.first(member.index); i != event.end(member.index); i = event.next(i)) {
        std::string item = path_label(event.key(event[i], scratch)).append(" ");
        const bool out = event[i].kind == event::Kind::boolean && event.raw(event[i]) == "false";
        if (event[i].kind == event::Kind::null) {
            item.append("not set");
        } else if (event[i].kind == event::Kind::boolean) {
            item.append(out ? "OPTED OUT" : "yes");
        } else {
            std::string json = text_of(card, i);
            item.append(event[i].kind == event::Kind::string ? "\"" + json + "\"" : json);
        }
        if (event[i].overridden) item.append(" (overwritten)");
        card.rows.put_item(out ? term::Role::warning : term::Role::plain, item, ", ");
    }
}

void show_properties(Card& card, const Member& member, std::string_view label) {
    begin_row(card, member, label);
    if (card.event.first(member.index) == card.event.end(member.index))
        return card.rows.put(term::Role::dim, "none");
    if (has_primary(card.event, member.index)) {
        card.rows.put(term::Role::dim, std::string(term::symbols(card.presentation).primary) + " primary");
    }
    show_property_list(card, member.index, member.indent + 2);
}

PersonName name_of(const event::Event& event, event::SlotIndex person) {
    for (const std::string_view key : {"properties", "profile"}) {
        const event::SlotIndex container = member_of(event, person, schema::ObjectType::person, key);
        const bool usable = container != 0 && (event[container].kind == event::Kind::array ||
                                               event[container].kind == event::Kind::object);
        if (!usable) continue;
        PersonName name = NameFinder(event).find(container);
        if (!name.text.empty()) return name;
    }
    return {};
}

}  // namespace hookspect::report
