#pragma once

#include "ops/diff.h"

#include <cstdint>

namespace hookspect {

/// How many events two captures have, and what became of them.
struct CaptureTotals {
    Both<std::uint64_t> events{};
    std::uint64_t changed = 0;
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    std::uint64_t same = 0;

    [[nodiscard]] std::uint64_t different() const { return changed + added + removed; }
};

}  // namespace hookspect
