#include "event/brief.h"

#include "base/wording.h"

namespace hookspect::event {
namespace {

constexpr std::size_t longest_number = 40;  // characters

}  // namespace

std::string shown(const Event& event, SlotIndex index) {
    const Slot& slot = event[index];
    const bool empty = slot.next == index + 1;
    switch (slot.kind) {
        case Kind::object: return empty ? "an empty object" : "an object";
        case Kind::array: return empty ? "an empty list" : "a list";
        case Kind::null: return "null";
        case Kind::string: {
            std::string scratch;
            return base::quoted(event.text(slot, scratch));
        }
        case Kind::boolean:
        case Kind::number: break;
    }
    const std::string_view text = event.raw(slot);
    const std::string_view front = base::clipped(text, longest_number);
    return std::string(front) + (front.size() < text.size() ? "…" : "");
}

}  // namespace hookspect::event
