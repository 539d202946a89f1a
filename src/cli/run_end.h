#pragma once

#include "capture/body.h"
#include "cli/bodies.h"
#include "cli/settings.h"
#include "finding/finding.h"
#include "term/output.h"

#include <span>

namespace hookspect {

/// Ends the run of a command that needs at least one event: tells if there was none, writes what is left, and
/// returns the highest of all statuses.
[[nodiscard]] int end_run(const Settings& settings, Output& output, const RunResult& result, int status);

/// Tells on standard error that a body is left out of the results, in the form that editors parse.
void tell_left_out(const Body& body, std::span<const Finding> findings, Output& output);

}  // namespace hookspect
