#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/layout/presentation.h"

#include <span>
#include <string>

namespace hookspect::report {

/// Appends one line for a body: its number, `campaign.changed`, the identifier, what people call it or what
/// it is about, and the sign of the worst finding in the last column. With `several` inputs the number
/// follows the name of its own. The columns are the same in every line, whatever comes behind, so that
/// nothing has to be held back.
void append_oneline(std::string& out, const event::Body& body, bool several,
                    std::span<const finding::Finding> findings, const Presentation& presentation);

}  // namespace hookspect::report
