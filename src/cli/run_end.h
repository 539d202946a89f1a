#pragma once

#include "capture/body.h"
#include "cli/bodies.h"
#include "cli/settings.h"
#include "term/output.h"

namespace hookspect {

/// Ends a run: writes what is left, and returns the highest of all statuses. Standard input that is a
/// terminal is wrong usage.
[[nodiscard]] int end_run(Output& output, const RunResult& result, int status);

/// The same for a command that needs at least one event: tells if there was none.
[[nodiscard]] int end_run_with_events(const Settings& settings, Output& output, const RunResult& result,
                                      int status);

/// Tells on standard error that a body which could not be read is left out of the results, in the form that
/// editors parse.
void tell_left_out(const Body& body, Printed& printed);

}  // namespace hookspect
