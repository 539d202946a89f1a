#pragma once

#include "report/diff/capture_totals.h"
#include "report/diff/json.h"

#include <string>

namespace hookspect::report {

// The comparison of two captures as one JSON object, difference by difference.

void begin_captures_json(std::string& out, const CapturesPage& page);

/// An event that one side has alone.
void append_lone_event_json(std::string& out, const CapturesPage& page, ops::ChangeKind kind,
                            const event::Event& event, const EventSource& source);

/// An event that has changed, and its changes.
void append_changed_event_json(std::string& out, const CapturesPage& page, const ops::Difference& difference,
                               const ops::Both<EventSource>& sources);

void end_captures_json(std::string& out, const CapturesPage& page);

}  // namespace hookspect::report
