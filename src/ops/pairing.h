#pragma once

#include "event/event.h"
#include "schema/path.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace hookspect::ops {

/// What tells the events of two captures apart, and which of them belong together.
struct EventMark {
    std::uint64_t identity = 0;  // a hash of the identity
    std::uint64_t content = 0;   // a hash of the bytes
};

/// An event of A and the one of B that belongs to it, or an event of one alone.
struct EventPair {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t before = none;
    std::uint32_t after = none;

    friend bool operator==(const EventPair&, const EventPair&) = default;
};

/// Pairs events of one identity: those of the same content first, then the others, each in their order. The
/// pairs come in the order of B; what A has alone comes before the first event of B whose partner stood
/// behind it in A.
[[nodiscard]] std::vector<EventPair> pair_events(std::span<const EventMark> before,
                                                 std::span<const EventMark> after);

/// The identity of an event: its resource, its id, and the event's name; or where `by` names paths, the
/// values there.
[[nodiscard]] std::string pairing_identity(const event::Event& event, std::span<const schema::Path> by);

}  // namespace hookspect::ops
