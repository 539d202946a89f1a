#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/finding/totals.h"
#include "report/layout/presentation.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hookspect::report {

/// The formats of `validate`; the first is the default.
inline constexpr std::array<std::string_view, 6> finding_format_names{"text",   "ndjson", "json",
                                                                      "github", "sarif",  "junit"};

/// How findings are printed: begin() once, add() for each body, end() once. The functions keep nothing, so
/// that bodies can be rendered in any order, and no finding has to be kept.
struct FindingFormat {
    std::string_view name;
    bool for_people;                 // notes only on demand, and the total is the caller's
    std::uint64_t most_of_severity;  // findings of one severity that its reader takes
    std::string_view separator;      // between what add() appended for two bodies; nothing is no piece
    void (*begin)(std::string& out);
    void (*add)(std::string& out, const event::Body& body, std::span<const finding::Finding> findings,
                const Presentation& presentation);
    void (*end)(std::string& out, const Totals& totals);
};

/// The format of this name, which is one of finding_format_names.
[[nodiscard]] const FindingFormat& finding_format(std::string_view name);

}  // namespace hookspect::report
