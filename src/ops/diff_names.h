#pragma once

#include "ops/diff.h"

#include <string>

namespace hookspect::ops {

/// The JSON Pointer of a change on a side that has it.
[[nodiscard]] std::string pointer_of(const Difference& difference, const Change& change, Side side);
/// The path of a change, as `get` takes it; what is removed has the path of A, all else that of B. The
/// element of a set has that of the list.
[[nodiscard]] std::string path_of(const Difference& difference, const Change& change);

/// The same in two parts, for people: `campaign.title` and `nl`. A property that is added or removed has its
/// key, where that leads to its value.
struct ChangeName {
    std::string heading;
    std::string label;
    Both<event::SlotIndex> slot{no_slot, no_slot};  // what it leads to
};
[[nodiscard]] ChangeName name_of(const Difference& difference, const Change& change);

[[nodiscard]] std::string pointer_of(const Difference& difference, const Uncarried& value);
[[nodiscard]] std::string path_of(const Difference& difference, const Uncarried& value);

}  // namespace hookspect::ops
