#pragma once

#include "cli/diff_settings.h"
#include "event/event.h"
#include "output/output.h"
#include "run/status.h"

namespace hookspect::cli {

/// Prints the patch of the format asked for. A null that a merge patch cannot make is told on standard error
/// instead: then nothing is printed. Returns the status.
[[nodiscard]] run::Status print_patch(const DiffSettings& settings, const event::Event& before,
                                      const event::Event& after, output::Output& output);

}  // namespace hookspect::cli
