#pragma once

#include "ops/diff.h"
#include "report/diff/uncarried.h"

#include <cstdint>

namespace hookspect::report {

/// How many events two captures have, and what became of them.
struct CaptureTotals {
    ops::Both<std::uint64_t> events{};
    ops::ChangeCounts changes;
    std::uint64_t same = 0;
    UncarriedCounts uncarried;  // where one event of a pair is JSON and the other a form

    [[nodiscard]] std::uint64_t different() const { return changes.all(); }
};

}  // namespace hookspect::report
