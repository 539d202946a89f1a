#pragma once

#include "ops/diff.h"

#include <cstdint>
#include <vector>

namespace hookspect {

/// Which values of an event DiffOptions::only and ::ignore leave to be compared.
class Look {
public:
    Look(const Event& event, const DiffOptions& options);

    enum class At : std::uint8_t {
        out,     // left out with all that is in it
        inside,  // a container in which something is compared
        whole,
    };
    [[nodiscard]] At at(SlotIndex slot) const { return states_.empty() ? At::whole : states_[slot]; }

private:
    std::vector<At> states_;  // by slot; empty: all whole

    void take_only(const Event& event, const DiffOptions& options);
    void mark(const Event& event, const Path& path, At state);
};

/// One of the two events while they are compared.
struct DiffSide {
    const Event* event;
    Look look;

    [[nodiscard]] bool counts(SlotIndex slot) const {
        return !(*event)[slot].overridden && look.at(slot) != Look::At::out;
    }
};

}  // namespace hookspect
