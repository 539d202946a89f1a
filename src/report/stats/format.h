#pragma once

#include "report/format.h"
#include "report/stats/report.h"

namespace hookspect::report {

/// How counts are printed: `top` rows at most.
struct StatsFormat : Format {
    void (*append)(std::string& out, const ops::Stats& stats, std::size_t top,
                   const Presentation& presentation);
};

/// The formats of `stats`.
inline constexpr auto stats_formats = std::to_array<StatsFormat>({
    {{"text", Content::text, true}, append_stats_text},
    {{"json", Content::json}, append_stats_json},
    {{"csv", Content::records}, append_stats_csv},
});

}  // namespace hookspect::report
