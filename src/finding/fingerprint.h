#pragma once

#include "event/body.h"
#include "finding/finding.h"

#include <string>

namespace hookspect::finding {

/// What a finding is recognised by in a later run, in 16 hexadecimal digits: a hash of its rule, its pointer,
/// its message, and the event that it is about. Neither the line nor the position in the capture is part of
/// it.
[[nodiscard]] std::string fingerprint_of(const event::Body& body, const Finding& finding);

}  // namespace hookspect::finding
