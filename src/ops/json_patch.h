#pragma once

#include "event/event.h"

#include <string>

namespace hookspect::ops {

/// The JSON Patch (RFC 6902) that makes event `from` the event `to`, as JSON text: a list with an operation
/// on each line, `[]` where they are the same. Numbers are compared by their exact value and keep their
/// text; the order of members is no difference, and of a repeated key the last member counts. Only `add`,
/// `remove` and `replace` are used.
[[nodiscard]] std::string json_patch(const event::Event& from, const event::Event& to);

}  // namespace hookspect::ops
