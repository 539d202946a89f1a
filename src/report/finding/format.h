#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/finding/github.h"
#include "report/finding/gitlab.h"
#include "report/finding/json.h"
#include "report/finding/junit.h"
#include "report/finding/sarif.h"
#include "report/finding/text.h"
#include "report/finding/totals.h"
#include "report/format.h"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace hookspect::report {

/// A format without a limit on its findings.
inline constexpr std::uint64_t all_findings = std::numeric_limits<std::uint64_t>::max();

/// How findings are printed: begin() once, add() for each body, end() once. The functions keep nothing, so
/// that bodies can be rendered in any order, and no finding has to be kept. A format for people lists notes
/// only on demand, and the total is the caller's.
struct FindingFormat : Format {
    std::uint64_t most_of_severity;   // findings of one severity that its reader takes
    std::string_view separator;       // between what add() appended for two bodies; nothing is no piece
    void (*begin)(std::string& out);  // null: nothing
    void (*add)(std::string& out, const event::Body& body, std::span<const finding::Finding> findings,
                const Presentation& presentation);
    void (*end)(std::string& out, const Totals& totals);  // null: nothing
};

/// The formats of `validate`.
inline constexpr auto finding_formats = std::to_array<FindingFormat>({
    {{"text", Content::text, true, true}, all_findings, "", nullptr, append_findings_text, nullptr},
    {{"ndjson", Content::json}, all_findings, "", nullptr, append_findings_ndjson, nullptr},
    {{"json", Content::json},
     all_findings,
     ",",
     begin_findings_json,
     append_findings_json,
     end_findings_json},
    {{"github", Content::text, true}, github_annotations, "", nullptr, append_findings_github, nullptr},
    {{"gitlab", Content::json},
     all_findings,
     ",",
     begin_findings_gitlab,
     append_findings_gitlab,
     end_findings_gitlab},
    {{"sarif", Content::json},
     all_findings,
     ",",
     begin_findings_sarif,
     append_findings_sarif,
     end_findings_sarif},
    {{"junit", Content::xml},
     all_findings,
     "",
     begin_findings_junit,
     append_findings_junit,
     end_findings_junit},
});

}  // namespace hookspect::report
