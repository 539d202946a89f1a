#pragma once

#include "event/event.h"
#include "event/selection.h"

#include <string>

namespace hookspect::event {

/// The value that identifies the resource which event.resource names: its `*_id`, else the id inside it; 0
/// where the event does not say.
[[nodiscard]] SlotIndex id_of(const Event& event);

/// The resource that event.resource names, and its id: `campaign 48213`, the id in lower case. Empty where
/// the event does not say.
[[nodiscard]] std::string identity_of(const Event& event);

/// Wants what identity_of looks at.
void select_identity(Selection& selection);

}  // namespace hookspect::event
