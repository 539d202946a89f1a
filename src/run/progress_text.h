#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace hookspect::run {

/// How far a run is.
struct ProgressNumbers {
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;             // of the inputs
    std::optional<std::uint64_t> total;  // bytes of all inputs, where they are known
    double seconds = 0;                  // since it began
};

/// Appends `3,104 events, 34.5 MB of 200.1 MB, 17%, 312.0 MB/s, 0:07 left`, without what is not known.
void append_progress(std::string& out, const ProgressNumbers& progress);

}  // namespace hookspect::run
