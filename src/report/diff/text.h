#pragma once

#include "ops/diff.h"
#include "report/diff/json.h"
#include "report/layout/presentation.h"
#include "term/style.h"

#include <string>
#include <string_view>

namespace hookspect::report {

/// Appends the changes between two events for a person to read: a bar with the resource and both sources,
/// each change below the path of the object that it is in, and a line with the totals. Where nothing has
/// changed, one line says so. `in_part`: not all of the events was compared. Any text.
void append_diff_text(std::string& out, const ops::Difference& difference,
                      const ops::Both<EventSource>& sources, bool in_part, const Presentation& presentation);

/// What a kind of change looks like.
struct ChangeStyle {
    term::Role role;
    std::string_view symbol;
};
[[nodiscard]] ChangeStyle style_of(ops::ChangeKind kind, const Presentation& presentation);

/// Appends a line with a symbol before it; one that is longer than the width goes on below. Any text.
void append_remark(std::string& out, ChangeStyle style, std::string_view text,
                   const Presentation& presentation);

/// Appends the changes alone, each below the path of the object that it is in, at `indent` blanks.
void append_changes(std::string& out, const ops::Difference& difference, int indent,
                    const Presentation& presentation);

}  // namespace hookspect::report
