#include "event/event.h"

#include "base/json_text.h"
#include "base/percent.h"

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

std::size_t Event::source_offset(std::size_t offset, std::string_view read) const {
    // Each layer is undone from the inside out; what a layer's text is in the one outside it must be known
    // first.
    std::vector<std::string> outer;  // the text of each layer's outside
    outer.emplace_back(read);
    for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
        const std::string_view inside =
            std::string_view(outer.back()).substr(layers[i].begin, layers[i].size);
        std::string next_text;
        switch (layers[i].kind) {
            case Layer::Kind::slice: next_text = inside; break;
            case Layer::Kind::json_string: base::append_unescaped(next_text, inside); break;
            case Layer::Kind::percent: base::append_percent_decoded(next_text, inside); break;
        }
        outer.push_back(std::move(next_text));
    }
    for (std::size_t i = layers.size(); i-- > 0;) {
        const std::string_view inside = std::string_view(outer[i]).substr(layers[i].begin, layers[i].size);
        switch (layers[i].kind) {
            case Layer::Kind::slice: break;
            case Layer::Kind::json_string: offset = base::escaped_offset(inside, offset); break;
            case Layer::Kind::percent: offset = base::percent_encoded_offset(inside, offset); break;
        }
        offset += layers[i].begin;
    }
    return offset;
}

}  // namespace hookspect::event
