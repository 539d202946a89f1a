#pragma once

#include "ops/stats.h"
#include "report/layout/presentation.h"

#include <cstddef>
#include <string>

namespace hookspect::report {

/// Appends counts as aligned columns with bars that fit the width. `top` rows at most; how many were left out
/// is told.
void append_stats_text(std::string& out, const ops::Stats& stats, std::size_t top,
                       const Presentation& presentation);

/// Appends `{"by":[…],"events":N,"combinations":N,"counts":[{"values":[…],"events":N},…]}`, a count on each
/// line. A value that is not set is null.
void append_stats_json(std::string& out, const ops::Stats& stats, std::size_t top,
                       const Presentation& presentation);

/// Appends records: the paths and `events`, then one for each combination. A value not set is empty.
void append_stats_csv(std::string& out, const ops::Stats& stats, std::size_t top,
                      const Presentation& presentation);

}  // namespace hookspect::report
