#include "event/event.h"

#include "base/json_text.h"

#include <algorithm>

namespace hookspect::event {
void Event::reset(std::string_view bytes, Encoding how) {
    body = bytes;
    chars = bytes;
    encoding = how;
    count = 0;
    irregular = false;
    unknown_keys = true;
    form_faults.clear();
    layers.clear();
    carrier.clear();
    std::fill_n(documented.begin(), schema::fields().size(), 0);
}

std::string_view Event::decoded(std::string_view raw, std::string& scratch) {
    scratch.clear();
    base::append_unescaped(scratch, raw);
    return scratch;
}

SlotIndex Event::find(SlotIndex parent, std::string_view name) const {
    if (slots[parent].kind != Kind::object) return 0;
    std::string scratch;
    for (SlotIndex i = first(parent); i != end(parent); i = next(i)) {
        const Slot& slot = slots[i];
        if (!slot.overridden && key(slot, scratch) == name) return i;
    }
    return 0;
}

}  // namespace hookspect::event
