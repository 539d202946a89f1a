#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/layout/presentation.h"

#include <cstdint>
#include <span>
#include <string>

namespace hookspect::report {

/// Annotations of one severity that GitHub shows of one step; it drops the others without a word.
inline constexpr std::uint64_t github_annotations = 10;

/// Appends a workflow command for each finding: `::error file=F,line=L,col=C,title=RULE::MESSAGE`, a note as
/// `::notice`. Text is escaped as the runner reads it, and is safe before that, so that no payload can begin
/// a command of its own. A finding in standard input has no file, and so no place.
void append_findings_github(std::string& out, const event::Body& body,
                            std::span<const finding::Finding> findings, const Presentation& presentation);

}  // namespace hookspect::report
