#pragma once

#include "event/event.h"

#include <string>

namespace hookspect::intake {

/// How to reach an event inside a body that is none: `--at /data/body reads the event there`. Empty if there
/// is none.
[[nodiscard]] std::string envelope_hint(const event::Event& event);

}  // namespace hookspect::intake
