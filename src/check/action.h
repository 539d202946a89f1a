#pragma once

#include "check/context.h"

namespace hookspect::check {

/// `conversion.response.action`: rules `action` and `action-property`.
void check_action(Context& context, event::SlotIndex object);

}  // namespace hookspect::check
