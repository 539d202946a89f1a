#pragma once

#include "ops/diff.h"
#include "report/diff/uncarried.h"
#include "report/layout/presentation.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hookspect::report {

/// How many events two captures have, and what became of them.
struct CaptureTotals {
    ops::Both<std::uint64_t> events{};
    ops::ChangeCounts changes;
    std::uint64_t same = 0;
    UncarriedCounts uncarried;  // where one event of a pair is JSON and the other a form

    std::string by;                 // the paths of --by; empty without
    std::uint64_t without_key = 0;  // events in which none of them is set, which were paired as without it
    std::uint64_t repeated = 0;     // events that have the key of an earlier event of their capture

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
