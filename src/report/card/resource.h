#pragma once

#include "report/card/value.h"

namespace hookspect::report {

/// Puts an event on its card: its own resource without indent, then the other resources that it holds, then
/// what else stands at its root. Identifiers of the envelope only where the resources do not say the same.
void show_event(Card& card);

}  // namespace hookspect::report
