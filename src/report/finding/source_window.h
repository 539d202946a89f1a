#pragma once

#include "report/finding/line_cut.h"
#include "report/layout/presentation.h"
#include "term/style.h"

#include <string>
#include <string_view>

namespace hookspect::report {

/// Appends two lines: the line of `text` that holds the stretch, as much of it around the stretch as the
/// width allows, and carets under the stretch, in the colour of `role`. Both are indented by four columns.
void append_source_window(std::string& out, std::string_view text, Stretch marked, term::Role role,
                          const Presentation& presentation);

/// Appends what of `text` around the stretch fits into `columns`, on one line, without carets and newline.
void append_excerpt(std::string& out, std::string_view text, Stretch around, int columns,
                    const Presentation& presentation);

}  // namespace hookspect::report
