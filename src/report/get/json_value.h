#pragma once

#include "event/event.h"

#include <cstddef>
#include <string>

namespace hookspect::report {

/// Appends a value of an event as compact JSON, for people: strings are decoded and escaped anew, so that
/// letters stand as letters. Overridden members are left out. Stops soon after `most` bytes.
void append_json_value(std::string& out, const event::Event& event, event::SlotIndex index,
                       std::size_t most = std::string::npos);

}  // namespace hookspect::report
