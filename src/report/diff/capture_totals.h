#pragma once

#include "ops/diff.h"
#include "report/diff/uncarried.h"
#include "report/layout/presentation.h"

#include <cstdint>
#include <string_view>

namespace hookspect::report {

/// How many events two captures have, and what became of them.
struct CaptureTotals {
    ops::Both<std::uint64_t> events{};
    ops::ChangeCounts changes;
    std::uint64_t same = 0;
    UncarriedCounts uncarried;  // where one event of a pair is JSON and the other a form

    [[nodiscard]] std::uint64_t different() const { return changes.all(); }
};

/// What is printed of two captures: their names, and what is known so far. A difference is counted before it
/// is printed.
struct CapturesPage {
    ops::Both<std::string_view> names;
    const Presentation* presentation;
    CaptureTotals totals{};

    /// Whether the difference that is printed now is the first.
    [[nodiscard]] bool is_first() const { return totals.different() == 1; }
};

}  // namespace hookspect::report
