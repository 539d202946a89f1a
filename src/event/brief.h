#pragma once

#include "event/event.h"

#include <string>

namespace hookspect::event {

/// A value in a few characters: a string or number as short JSON text, `an object`, `an empty list`.
[[nodiscard]] std::string shown(const Event& event, SlotIndex index);

}  // namespace hookspect::event
