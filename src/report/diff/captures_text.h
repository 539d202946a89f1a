#pragma once

#include "report/diff/capture_totals.h"
#include "report/layout/presentation.h"

#include <string>
#include <string_view>

namespace hookspect::report {

/// Appends the bar that opens the comparison of two captures: their names, and how many events they have.
void append_captures_bar(std::string& out, const ops::Both<std::string_view>& names,
                         const CaptureTotals& totals, const Presentation& presentation);

/// Appends the line of an event that one capture has alone.
void append_lone_event(std::string& out, ops::ChangeKind kind, const event::Event& event,
                       const Presentation& presentation);

/// Appends the line of an event that has changed, and below it the changes.
void append_changed_event(std::string& out, const ops::Difference& difference,
                          const Presentation& presentation);

/// Appends the last line: what became of how many events.
void append_captures_total(std::string& out, const CaptureTotals& totals, const Presentation& presentation);

}  // namespace hookspect::report
