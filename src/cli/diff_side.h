#pragma once

#include "intake/stored_events.h"
#include "ops/pairing.h"
#include "run/bodies.h"
#include "run/run_end.h"

#include <span>
#include <string>
#include <vector>

namespace hookspect {

/// One side of a comparison: what its events are known by, and where they are to be read again.
struct DiffSideInput {
    explicit DiffSideInput(const ReadOptions& options) : stored(options) {}

    StoredEvents stored;
    std::vector<StoredEvent> places;
    std::vector<EventMark> marks;
    RunResult result;
    LeftOut left_out;

    /// Something could not be read.
    [[nodiscard]] bool failed() const { return left_out.count() > 0 || result.unreadable_input; }
};

/// Reads all events of `input`, a file or a directory. A body that is none is told on standard error.
void read_side(DiffSideInput& side, const Settings& settings, const std::string& input, const Choice& choice,
               std::span<const Path> by, Output& output);

}  // namespace hookspect
