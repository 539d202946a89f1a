#pragma once

#include "event/body.h"

#include <string>

namespace hookspect::event {

/// Appends an event as one line, without its end: as received where it was one line of JSON, else as compact
/// JSON. Of a body that could not be read, its bytes. An event that was decoded in part is written whole.
void append_as_line(std::string& out, const Body& body);

}  // namespace hookspect::event
