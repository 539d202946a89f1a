#pragma once

#include "ops/diff.h"
#include "report/layout/presentation.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hookspect::report {

/// Where an event that was compared comes from.
struct EventSource {
    std::string_view name;
    std::uint64_t number = 0;  // in its source, from 1
    std::uint64_t line = 0;    // where it begins, from 1
};

/// Appends `{"source":…,"number":…}`.
void append_event_source(std::string& out, const EventSource& source);

/// Appends one change as a JSON object.
void append_change_json(std::string& out, const ops::Difference& difference, const ops::Change& change);

/// Appends the changes as one JSON document, `{"version":1,"before":…,"after":…,"same":…,"changes":[…],
/// "uncarried":[…],"summary":{…}}`. Values stand as they were written, numbers with their text. `in_part` and
/// the presentation change nothing.
void append_diff_json(std::string& out, const ops::Difference& difference,
                      const ops::Both<EventSource>& sources, bool in_part, const Presentation& presentation);

}  // namespace hookspect::report
