#pragma once

#include "output/output.h"
#include "run/engine.h"
#include "run/status.h"

#include <cstdint>

namespace hookspect::run {

/// Ends what printed to `output`: a failed write is reported, and raises the status.
[[nodiscard]] Status finish(output::Output& output, Status status);

/// What must be in the inputs so that a run is not a failure.
enum class Needs : std::uint8_t {
    nothing,
    bodies,    // at least one
    findings,  // at least one body; that it is not an event is a finding of the command
    events,    // a body that is an event, whether it was chosen or not
};

/// Ends a run: writes what is left, reports what is not an event, and returns the highest of all statuses.
/// Where an input could not be read to its end, or there is no event to write, the file of -o stays as it
/// was.
[[nodiscard]] Status end_run(output::Output& output, const RunResult& result, Needs needs, Status status);

}  // namespace hookspect::run
