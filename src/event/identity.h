#pragma once

#include "event/event.h"
#include "event/selection.h"

#include <string>

namespace hookspect::event {

/// The value that identifies the resource which event.resource names: its `*_id`, else the id inside it; 0
/// where the event does not say.
[[nodiscard]] SlotIndex id_of(const Event& event);

/// Appends a text that is the same for values that are one in grouping and pairing: a string in Unicode's
/// normal form, a number by its exact value (`7.0` is `7`), any other value as JSON.
void append_identity_text(std::string& out, const Event& event, SlotIndex value);

/// The value is `[anonymous]`, which identifies nobody.
[[nodiscard]] bool names_nobody(const Event& event, SlotIndex value);

/// The resource that event.resource names, and its id: `campaign 48213`, the id in lower case. Empty where
/// the event does not say, and for `[anonymous]`, which identifies nobody.
[[nodiscard]] std::string identity_of(const Event& event);

/// The same for people: `person [anonymous]` too.
[[nodiscard]] std::string subject_of(const Event& event);

/// Wants what identity_of looks at.
void select_identity(Selection& selection);

}  // namespace hookspect::event
