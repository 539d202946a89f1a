#pragma once

#include "ops/diff_values.h"

#include <cstdint>
#include <map>
#include <string>

namespace hookspect::ops {

/// Two events as JSON values: what a patch leads from, and to.
class PatchValues {
public:
    PatchValues(const event::Event& from, const event::Event& to)
        : sides_{{&from, Look(from, {})}, {&to, Look(to, {})}}, classes_(sides_, Meaning::raw) {}
    PatchValues(const PatchValues&) = delete;

    /// Equal numbers are equal values, of both events.
    [[nodiscard]] std::uint32_t number(Side side, event::SlotIndex slot) { return classes_.of(side, slot); }

    [[nodiscard]] bool same(event::SlotIndex from, event::SlotIndex to) {
        return number(Side::before, from) == number(Side::after, to);
    }

private:
    Both<DiffSide> sides_;
    ValueClasses classes_;
};

/// The members of an object that count, by their decoded keys.
using MemberMap = std::map<std::string, event::SlotIndex, std::less<>>;
[[nodiscard]] MemberMap members_by_key(const event::Event& event, event::SlotIndex object);

}  // namespace hookspect::ops
