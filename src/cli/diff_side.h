#pragma once

#include "intake/stored_events.h"
#include "ops/pairing.h"
#include "run/engine.h"
#include "run/left_out.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hookspect::cli {

/// One side of a comparison: what its events are known by, and where they are to be read again.
struct DiffSideInput {
    explicit DiffSideInput(const intake::ReadOptions& options) : stored(options) {}

    intake::StoredEvents stored;
    std::vector<intake::StoredEvent> places;
    std::vector<ops::EventMark> marks;
    std::uint64_t without_key = 0;  // events in which no path of --by is set
    std::uint64_t repeated = 0;     // events whose key an earlier one of this side has, with --by
    run::RunResult result;
    run::LeftOut left_out;

    /// Something could not be read.
    [[nodiscard]] bool failed() const { return left_out.count() > 0 || result.unreadable_input; }
};

/// Reads all events of `input`, a file or a directory. A body that is none is told on standard error.
void read_side(DiffSideInput& side, const run::Options& options, const std::string& input,
               const run::Choice& choice, ops::PairingKeys& keys, output::Output& output);

}  // namespace hookspect::cli
