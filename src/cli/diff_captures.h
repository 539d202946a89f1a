#pragma once

#include "cli/diff_side.h"
#include "ops/diff.h"

namespace hookspect {

/// Prints what is different between two captures. Returns the status, `found` where anything is.
[[nodiscard]] int compare_captures(const Settings& settings, const Both<DiffSideInput*>& sides,
                                   const DiffOptions& options, Output& output);

}  // namespace hookspect
