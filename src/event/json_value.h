#pragma once

#include "event/event.h"

#include <cstddef>
#include <string>

namespace hookspect::event {

/// Appends the value as compact JSON. What was decoded from JSON keeps its numbers, escapes, key order and
/// duplicate keys as written; only the blanks between tokens go.
void append_json(std::string& out, const Event& event, SlotIndex slot);

/// The same without the members that a later one of the same key overrides: no key is repeated.
void append_effective_json(std::string& out, const Event& event, SlotIndex slot);

/// Appends the value as compact JSON for people: as append_effective_json does, but strings are decoded and
/// escaped anew, so that letters are shown as letters. Stops soon after `most` bytes.
void append_readable_json(std::string& out, const Event& event, SlotIndex slot,
                          std::size_t most = std::string::npos);

/// Appends the text of a string, and any other value as append_json does.
void append_text_or_json(std::string& out, const Event& event, SlotIndex slot);

}  // namespace hookspect::event
