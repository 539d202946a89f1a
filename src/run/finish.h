#pragma once

#include "output/output.h"
#include "run/engine.h"
#include "run/options.h"
#include "run/status.h"

#include <span>
#include <string>

namespace hookspect::run {

/// Ends what printed to `output`: a failed write is reported, and raises the status.
[[nodiscard]] Status finish(output::Output& output, Status status);

/// Ends a run: writes what is left, and returns the highest of all statuses. Where an input could not be read
/// to its end, or all events were left out, the file of -o stays as it was.
[[nodiscard]] Status end_run(output::Output& output, const RunResult& result, Status status);

/// The same for a command that needs at least one event: reports that there is none. `files`: the arguments
/// that are inputs.
[[nodiscard]] Status end_run_with_events(const Options& options, std::span<const std::string> files,
                                         output::Output& output, const RunResult& result, Status status);

}  // namespace hookspect::run
