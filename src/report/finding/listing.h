#pragma once

#include "finding/finding.h"
#include "report/finding/totals.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace hookspect::report {

/// Which findings of a run are listed; the others are only counted.
struct ListingLimits {
    bool notes;                      // notes are listed
    std::uint64_t most;              // findings in all
    std::uint64_t most_of_severity;  // findings of each severity
};

/// Applies the limits to the findings of one body after the other, in the order of the run.
class Listing {
public:
    explicit Listing(const ListingLimits& limits) : limits_(limits) {}

    /// Takes out of `findings` what is not listed. Counts both sides in `totals`; a note that nobody asked
    /// for is on neither.
    void choose(std::vector<finding::Finding>& findings, Totals& totals);

    /// A listing for a part of the run further on, which goes by what is listed until now.
    [[nodiscard]] Listing part() const;

    /// Adds what a part has listed. False, and nothing is added, where it would have listed something else if
    /// it had known all that was listed before it.
    [[nodiscard]] bool join(const Listing& part);

private:
    using Counts = std::array<std::uint64_t, 4>;  // by severity

    ListingLimits limits_;
    Counts listed_{};
    Counts before_{};      // of them those before this part
    bool is_cut_ = false;  // something was left out in this part

    [[nodiscard]] bool is_full(schema::Severity severity) const;
};

/// `12 findings are not listed (--max-findings)`: how many of them were kept from the list, and why.
[[nodiscard]] std::string unlisted_text(const Totals& totals, const ListingLimits& limits);

}  // namespace hookspect::report
