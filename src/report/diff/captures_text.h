#pragma once

#include "report/diff/capture_totals.h"
#include "report/diff/json.h"

#include <string>

namespace hookspect::report {

// The comparison of two captures for a person to read. The first difference is headed by a bar with the names
// of the captures and how many events they have; captures that are the same have none.

/// Appends the line of an event that one capture has alone.
void append_lone_event(std::string& out, const CapturesPage& page, ops::ChangeKind kind,
                       const event::Event& event, const EventSource& source);

/// Appends the line of an event that has changed, and below it the changes.
void append_changed_event(std::string& out, const CapturesPage& page, const ops::Difference& difference,
                          const ops::Both<EventSource>& sources);

/// Appends the last line: what became of how many events.
void append_captures_total(std::string& out, const CapturesPage& page);

}  // namespace hookspect::report
