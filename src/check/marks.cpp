#include "check/marks.h"

#include "event/form_key.h"

#include <algorithm>

namespace hookspect::check {
namespace {

bool is_container(const event::Slot& slot) {
    return slot.kind == event::Kind::object || slot.kind == event::Kind::array;
}

Mark form_mark(const event::Event& event, event::SlotIndex slot, bool key) {
    const std::size_t begin = key ? event[slot].key_place : event[slot].place;
    if (key || is_container(event[slot])) return {begin, written_key(event.body, begin).size()};
    return {begin, std::min(event.body.find('&', begin), event.body.size()) - begin};
}

/// Where a key that was used in one way is first used in another: what the list of both was given last.
event::SlotIndex later_use(const event::Event& event, event::SlotIndex list) {
    event::SlotIndex last = list;
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (event[i].key_place >= event[last].key_place) last = i;
    }
    return last;
}

Mark json_mark(const event::Slot& slot, bool key) {
    if (key) return {slot.key_place, slot.key_size + 2U};
    if (is_container(slot)) return {slot.place, 1};
    return {slot.place, slot.kind == event::Kind::string ? slot.size + 2U : slot.size};
}

}  // namespace

std::string_view written_key(std::string_view body, std::size_t begin) {
    const std::string_view field = body.substr(begin, std::min(body.find('&', begin), body.size()) - begin);
    return field.substr(0, event::find_form_key_end(field).size);
}

std::size_t begin_of(const event::Event& event, event::SlotIndex slot) {
    return event[slot].place;
}

Mark mark_of(const event::Event& event, const Issue& issue) {
    const bool key = issue.at == Issue::At::key;
    if (event.encoding == event::Encoding::json) return json_mark(event[issue.slot], key);
    if (issue.rule == schema::Rule::form_conflict)
        return form_mark(event, later_use(event, issue.slot), true);
    return form_mark(event, issue.slot, key);
}

std::optional<std::string> key_of(const event::Event& event, const Issue& issue) {
    if (!event.carrier.empty()) return event.carrier;
    if (event.encoding == event::Encoding::json || issue.at == Issue::At::open) return std::nullopt;
    const bool container = is_container(event[issue.slot]) && issue.at == Issue::At::value;
    if (issue.rule == schema::Rule::form_conflict || container) {
        const Mark mark = mark_of(event, issue);
        return std::string(event.body.substr(mark.begin, mark.size));
    }
    return std::string(written_key(event.body, event[issue.slot].key_place));
}

}  // namespace hookspect::check
