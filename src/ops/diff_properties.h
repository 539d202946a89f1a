#pragma once

#include "ops/diff.h"
#include "ops/diff_values.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hookspect::ops {

/// Which property of A goes with which of B, by index into the elements; `no_property` where there is none.
inline constexpr std::size_t no_property = static_cast<std::size_t>(-1);
using PropertyPair = Both<std::size_t>;

/// Pairs properties that have one key. Of several, first those that are the same, then those with the same
/// value, then the others in their order. The pairs come in the order of A, then what only B has.
[[nodiscard]] std::vector<PropertyPair> pair_properties(ValueClasses& classes,
                                                        const Both<const event::Event*>& event,
                                                        const Both<std::vector<ListElement>>& elements);

/// By index: whether a property is the first of its list with its key, so that its key is a path.
[[nodiscard]] std::vector<bool> firsts_of_keys(const event::Event& event, event::SlotIndex list);

}  // namespace hookspect::ops
