#pragma once

#include "cli/diff_settings.h"
#include "cli/diff_side.h"
#include "ops/diff.h"
#include "run/status.h"

namespace hookspect::cli {

/// Prints what is different between two captures. Returns the status, `found` where anything is.
[[nodiscard]] run::Status compare_captures(const DiffSettings& settings,
                                           const ops::Both<DiffSideInput*>& sides,
                                           const ops::DiffOptions& options, output::Output& output);

}  // namespace hookspect::cli
