#pragma once

#include "event/event.h"

#include <string>

namespace hookspect::event {

/// The event is an object, and its `event` too.
[[nodiscard]] bool has_head(const Event& event);

/// `campaign.published_community`, the words that `--event` takes; `?` for one that is not set.
[[nodiscard]] std::string title_of(const Event& event);

}  // namespace hookspect::event
