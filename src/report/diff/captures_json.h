#pragma once

#include "base/json_writer.h"
#include "report/diff/capture_totals.h"
#include "report/diff/json.h"

#include <string>

namespace hookspect::report {

/// Writes the comparison of two captures as one JSON object, difference by difference.
class CapturesJson {
public:
    void begin(std::string& out, const CaptureTotals& totals);

    /// An event that one side has alone.
    void add_lone(std::string& out, ops::ChangeKind kind, const event::Event& event,
                  const EventSource& source);

    /// An event that has changed, and its changes.
    void add_changed(std::string& out, const ops::Difference& difference,
                     const ops::Both<EventSource>& sources);

    void end(std::string& out, const CaptureTotals& totals) const;

private:
    bool first_ = true;

    /// The object of a difference, up to its sources.
    base::JsonWriter begin_event(std::string& out, ops::ChangeKind kind, const event::Event& event);
};

}  // namespace hookspect::report
