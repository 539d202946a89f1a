#include "event/pointer.h"

#include "base/json_pointer.h"
#include "event/slot_path.h"

#include <charconv>

namespace hookspect::event {
namespace {

/// An index is `0` or has no leading zero (RFC 6901, section 4).
std::optional<std::size_t> index_of(std::string_view token) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    const bool whole = error == std::errc() && end == token.data() + token.size();
    if (!whole || (token.size() > 1 && token[0] == '0')) return std::nullopt;
    return index;
}

std::optional<SlotIndex> element_at(const Event& event, SlotIndex list, std::string_view token) {
    const auto index = index_of(token);
    if (!index) return std::nullopt;
    std::size_t left = *index;
    for (SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (left-- == 0) return i;
    }
    return std::nullopt;
}

}  // namespace

std::optional<SlotIndex> find_pointer(const Event& event, std::string_view pointer) {
    SlotIndex slot = 0;
    while (!pointer.empty()) {
        const std::string_view token = base::take_pointer_token(pointer);
        std::optional<SlotIndex> child;
        if (event[slot].kind == Kind::array) {
            child = element_at(event, slot, token);
        } else if (const SlotIndex member = event.find(slot, base::unescaped_token(token)); member != 0) {
            child = member;
        }
        if (!child) return std::nullopt;
        slot = *child;
    }
    return slot;
}

std::string pointer_of(const Event& event, SlotIndex slot) {
    SlotPath path(event);
    path.go_to(slot);
    return path.pointer();
}

}  // namespace hookspect::event
