#pragma once

#include "event/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace hookspect::event {

/// The value at a well-formed JSON Pointer (the last one of repeated keys), or nothing.
[[nodiscard]] std::optional<SlotIndex> find_pointer(const Event& event, std::string_view pointer);

/// The JSON Pointer (RFC 6901) of a slot.
[[nodiscard]] std::string pointer_of(const Event& event, SlotIndex slot);

}  // namespace hookspect::event
