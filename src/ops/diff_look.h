#pragma once

#include "ops/diff.h"

#include <cstdint>
#include <vector>

namespace hookspect::ops {

/// Which values of an event DiffOptions::only and ::ignore leave to be compared.
class Look {
public:
    Look(const event::Event& event, const DiffOptions& options);

    enum class At : std::uint8_t {
        out,     // left out with all that is in it
        inside,  // a container in which something is compared
        whole,
    };
    [[nodiscard]] At at(event::SlotIndex slot) const { return states_.empty() ? At::whole : states_[slot]; }

private:
    std::vector<At> states_;  // by slot; empty: all whole

    void take_only(const event::Event& event, const DiffOptions& options);
    void mark(const event::Event& event, const schema::Path& path, At state);
};

/// One of the two events while they are compared.
struct DiffSide {
    const event::Event* event;
    Look look;

    [[nodiscard]] bool counts(event::SlotIndex slot) const {
        return !(*event)[slot].overridden && look.at(slot) != Look::At::out;
    }
};

}  // namespace hookspect::ops
