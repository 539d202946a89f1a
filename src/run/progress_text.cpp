#include "run/progress_text.h"

#include "base/count.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace hookspect::run {
namespace {

/// `34.5 MB`, in powers of 1000 as disks and networks count.
std::string size_text(double bytes) {
    constexpr std::array<std::string_view, 5> units{"kB", "MB", "GB", "TB", "PB"};
    std::size_t unit = 0;
    for (bytes /= 1000; bytes >= 999.95 && unit + 1 < units.size(); ++unit) bytes /= 1000;
    return fmt::format("{:.1f} {}", bytes, units[unit]);
}

/// `0:07`, `12:30`, `1:02:03`.
std::string time_text(double seconds) {
    constexpr double longest = 360'000;  // 100 hours: beyond, nobody waits for seconds
    const auto whole = static_cast<std::uint64_t>(std::min(seconds, longest));
    const std::uint64_t hours = whole / 3600;
    const std::uint64_t minutes = whole / 60 % 60;
    if (hours == 0) return fmt::format("{}:{:02}", minutes, whole % 60);
    return fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60);
}

}  // namespace

void append_progress(std::string& out, const ProgressNumbers& progress) {
    const auto done = static_cast<double>(progress.bytes);
    base::append_count_of(out, progress.events, "event");
    out.append(", ").append(size_text(done));
    const bool knows_end = progress.total && *progress.total >= progress.bytes && progress.bytes > 0;
    if (knows_end) {
        const auto total = static_cast<double>(*progress.total);
        out.append(" of ").append(size_text(total));
        out.append(fmt::format(", {}%", static_cast<int>(done / total * 100)));
    }
    if (progress.seconds <= 0) return;
    out.append(", ").append(size_text(done / progress.seconds)).append("/s");
    if (!knows_end) return;
    const double left = (static_cast<double>(*progress.total) - done) * progress.seconds / done;
    out.append(", ").append(time_text(left)).append(" left");
}

}  // namespace hookspect::run
