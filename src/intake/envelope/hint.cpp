#include "intake/envelope/hint.h"

#include "event/pointer.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace hookspect::intake {
namespace {

using std::string_view;

/// An object with `name` or `resource`, as the head of an event has.
bool is_head(const event::Event& event, event::SlotIndex slot) {
    return event.find(slot, "name") != 0 || event.find(slot, "resource") != 0;
}

/// JSON or form text that most likely is an event.
bool holds_event(string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == string_view::npos) return false;
    if (text[begin] != '{') return text.starts_with("event[") || text.starts_with("event%5B");
    return text.find("\"event\"") != string_view::npos && text.find("\"resource\"") != string_view::npos;
}

/// The slot whose value is an event, or a string that holds one; event.count if there is none. The tape knows
/// no parents, so the open containers are kept.
event::SlotIndex find_event(const event::Event& event) {
    std::vector<event::SlotIndex> open;
    std::string scratch;
    for (event::SlotIndex i = 0; i < event.count; ++i) {
        const event::Slot& slot = event[i];
        while (!open.empty() && i >= event.end(open.back())) open.pop_back();
        if (slot.kind == event::Kind::object && event.key(slot, scratch) == "event" && is_head(event, i))
            return open.back();
        if (slot.kind == event::Kind::string && holds_event(event.text(slot, scratch))) return i;
        if (slot.kind == event::Kind::object || slot.kind == event::Kind::array) open.push_back(i);
    }
    return event.count;
}

}  // namespace

std::string envelope_hint(const event::Event& event) {
    const event::SlotIndex found = find_event(event);
    if (found == event.count) return {};
    if (found == 0) return "the body is an event encoded twice; --at \"\" reads it";
    return fmt::format("--at {} reads the event there", event::pointer_of(event, found));
}

}  // namespace hookspect::intake
