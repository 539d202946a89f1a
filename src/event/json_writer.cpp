#include "event/json_writer.h"

#include "base/json_text.h"

#include <string_view>
#include <utility>

namespace hookspect::event {
namespace {

void append_json_born(std::string& out, const Event& event, const Slot& slot) {
    const std::string_view raw = event.raw(slot);
    switch (slot.kind) {
        case Kind::null: out.append("null"); break;
        case Kind::boolean:
        case Kind::number: out.append(raw); break;
        case Kind::string: out.append(1, '"').append(raw).append(1, '"'); break;
        case Kind::object:
        case Kind::array: base::append_json_compact(out, raw); break;
    }
}

void append_form_scalar(std::string& out, const Event& event, const Slot& slot) {
    if (slot.kind == Kind::null) {
        out.append("null");
    } else if (slot.kind == Kind::string) {
        base::append_json_string(out, event.raw(slot));
    } else {
        out.append(event.raw(slot));
    }
}

void append_key(std::string& out, const Event& event, const Slot& member) {
    if (event.encoding == Encoding::form) {
        base::append_json_string(out, event.raw_key(member));
    } else {
        out.append(1, '"').append(event.raw_key(member)).append(1, '"');
    }
    out.push_back(':');
}

/// Writes a value from the tape. No deeper than the event: Limits::depth bounds that.
void append_walked(std::string& out, const Event& event, SlotIndex index) {
    const Slot& slot = event[index];
    if (slot.kind != Kind::object && slot.kind != Kind::array) {
        const bool form = event.encoding == Encoding::form;
        return form ? append_form_scalar(out, event, slot) : append_json_born(out, event, slot);
    }
    const bool object = slot.kind == Kind::object;
    out.push_back(object ? '{' : '[');
    bool first = true;
    for (SlotIndex i = event.first(index); i != event.end(index); i = event.next(i)) {
        if (event[i].overridden) continue;
        if (!std::exchange(first, false)) out.push_back(',');
        if (object) append_key(out, event, event[i]);
        append_walked(out, event, i);
    }
    out.push_back(object ? '}' : ']');
}

}  // namespace

void append_json(std::string& out, const Event& event, SlotIndex slot) {
    if (event.encoding == Encoding::form) {
        append_walked(out, event, slot);  // a form has no key twice
    } else {
        append_json_born(out, event, event[slot]);
    }
}

void append_effective_json(std::string& out, const Event& event, SlotIndex slot) {
    append_walked(out, event, slot);
}

void append_text_or_json(std::string& out, const Event& event, SlotIndex slot) {
    if (event[slot].kind != Kind::string) return append_json(out, event, slot);
    std::string scratch;
    out.append(event.text(event[slot], scratch));
}

}  // namespace hookspect::event
