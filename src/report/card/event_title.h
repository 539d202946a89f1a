#pragma once

#include "event/event.h"

#include <string>

namespace hookspect::report {

/// The event is an object, and its `event` too.
[[nodiscard]] bool has_head(const event::Event& event);

/// `campaign.published_community`, the words that `--event` takes; `?` for one that is not set.
[[nodiscard]] std::string event_title(const event::Event& event);

}  // namespace hookspect::report
