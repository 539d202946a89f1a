#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/layout/presentation.h"

#include <span>
#include <string>

namespace hookspect::report {

/// Appends the card of one body: a bar with what and where it is, everything in the event, and what was
/// found. Of any shape: a value that is not what the documentation says is shown as JSON. A body with a fault
/// has a card of that fault.
void append_card(std::string& out, const event::Body& body, std::span<const finding::Finding> findings,
                 const Presentation& presentation);

}  // namespace hookspect::report
