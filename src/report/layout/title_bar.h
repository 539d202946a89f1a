#pragma once

#include "report/layout/presentation.h"

#include <string>
#include <string_view>

namespace hookspect::report {

/// Appends the bar that opens a card, as wide as the presentation: `left` says what it is, `right` where
/// from. Any text; `left` is clipped at its end, `right` at its beginning. `file`: what `right` names, to be
/// opened by a link.
void append_title_bar(std::string& out, std::string_view left, std::string_view right,
                      const Presentation& presentation, std::string_view file = {});

}  // namespace hookspect::report
