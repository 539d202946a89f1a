#pragma once

#include "event/event.h"

#include <string>
#include <vector>

namespace hookspect::ops {

/// A JSON merge patch (RFC 7396).
struct MergePatch {
    std::string text;  // compact JSON, `{}` where the events are the same
    /// JSON Pointers of nulls in the new event that a merge patch cannot make, because a null in it removes.
    /// Where there are any, `text` does not lead to the new event.
    std::vector<std::string> unsayable;
};

/// The merge patch that makes event `from` the event `to`. Numbers are compared by their exact value and
/// keep their text; the order of members is no difference, and of a repeated key the last member counts.
[[nodiscard]] MergePatch merge_patch(const event::Event& from, const event::Event& to);

}  // namespace hookspect::ops
