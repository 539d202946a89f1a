#pragma once

#include "base/seeded_hash.h"
#include "event/event.h"
#include "schema/path.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hookspect::ops {

/// What tells the events of two captures apart, and which of them belong together.
struct EventMark {
    std::uint32_t identity = 0;  // of PairingKeys
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

/// Numbers the identities of the events of two captures: one number for one identity, compared byte by byte.
/// Memory grows with the number of identities.
class PairingKeys {
public:
    /// Without `by`, the identity of an event is its resource, its id and its name; else the values at these
    /// paths. An event in which none of them is set has the identity that it has without `by`.
    explicit PairingKeys(std::vector<schema::Path> by) : by_(std::move(by)) {}

    struct Key {
        std::uint32_t identity = 0;
        bool by_path = false;  // some path of `by` is set
    };
    [[nodiscard]] Key key_of(const event::Event& event);

    [[nodiscard]] const std::vector<schema::Path>& by() const { return by_; }

private:
    std::vector<schema::Path> by_;
    base::SeededMap<std::uint32_t> known_;
    std::string text_;
    std::vector<event::SlotIndex> values_;

    [[nodiscard]] bool append_values(const event::Event& event);
};

}  // namespace hookspect::ops
