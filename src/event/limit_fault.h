#pragma once

#include "event/event.h"

#include <cstddef>
#include <string_view>

namespace hookspect::event {

/// The most that Limits::depth can be raised to. Decoders, checks and patches recurse as deep as a body
/// nests: this deep they need less than half of the smallest stack that is usual, 2 MiB, also with
/// sanitizers.
inline constexpr std::size_t deepest_limit = 1000;

// The faults of bodies that cross a limit, at `offset`, without a pointer. The hint names the option that
// raises it.

[[nodiscard]] Fault too_deep(const Limits& limits, std::size_t offset);
[[nodiscard]] Fault too_large(const Limits& limits, std::size_t offset);
/// `one` and `many` say of what: `value` and `values`.
[[nodiscard]] Fault too_many(const Limits& limits, std::size_t offset, std::string_view one,
                             std::string_view many);

}  // namespace hookspect::event
