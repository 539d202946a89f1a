#pragma once

#include "ops/diff.h"

#include <cstdint>

namespace hookspect {

/// How many events two captures have, and what became of them.
struct CaptureTotals {
    Both<std::uint64_t> events{};
    ChangeCounts changes;
    std::uint64_t same = 0;

    [[nodiscard]] std::uint64_t different() const { return changes.all(); }
};

}  // namespace hookspect
