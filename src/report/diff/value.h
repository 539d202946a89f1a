#pragma once

#include "ops/diff.h"
#include "report/layout/presentation.h"
#include "report/layout/rows.h"

#include <string>

namespace hookspect::report {

/// A value in the words of the domain: a time as its date, a documented boolean as yes or no, a text bare,
/// all else as JSON.
[[nodiscard]] std::string domain_text(const event::Event& event, event::SlotIndex index);

/// Puts the value of a change on a row: what a text has become is marked word by word, a time and a number
/// have their distance. `room`: the columns that the value has.
void put_change(Rows& rows, const ops::Difference& difference, const ops::Both<event::SlotIndex>& slot,
                int room, const Presentation& presentation);

}  // namespace hookspect::report
