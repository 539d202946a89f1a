#pragma once

#include "event/event.h"

#include <string>

namespace hookspect::event {

/// Appends the value as compact JSON. What was decoded from JSON keeps its numbers, escapes, key order and
/// duplicate keys as written; only the blanks between tokens go.
void append_json(std::string& out, const Event& event, SlotIndex slot);

/// The same without the members that a later one of the same key overrides: no key stands twice.
void append_effective_json(std::string& out, const Event& event, SlotIndex slot);

/// Appends the text of a string, and any other value as append_json does.
void append_text_or_json(std::string& out, const Event& event, SlotIndex slot);

}  // namespace hookspect::event
