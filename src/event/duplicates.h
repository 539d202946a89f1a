#pragma once

#include "event/event.h"

#include <vector>

namespace hookspect::event {

/// Marks the members of an object whose (decoded) key stands in it more than once: all but the last are
/// overridden, all but the first repeat. True when an overridden value is a container, so that
/// Event::documented may point into it. `scratch` is recycled memory. Near-linear in the number of members.
bool mark_duplicates(Event& event, SlotIndex object, std::vector<SlotIndex>& scratch);

/// Fills Event::documented anew, from the values that count.
void list_documented(Event& event);

}  // namespace hookspect::event
