#pragma once

#include "ops/diff_values.h"

#include <cstdint>
#include <map>
#include <string>

namespace hookspect {

/// Two events as JSON values: what a patch leads from, and to.
class PatchValues {
public:
    PatchValues(const Event& from, const Event& to)
        : sides_{{&from, Look(from, {})}, {&to, Look(to, {})}}, classes_(sides_, Meaning::raw) {}
    PatchValues(const PatchValues&) = delete;

    /// Equal numbers are equal values, of both events.
    [[nodiscard]] std::uint32_t number(Side side, SlotIndex slot) { return classes_.of(side, slot); }

    [[nodiscard]] bool same(SlotIndex from, SlotIndex to) {
        return number(Side::before, from) == number(Side::after, to);
    }

private:
    Both<DiffSide> sides_;
    ValueClasses classes_;
};

/// The members of an object that count, by their decoded keys.
using MemberMap = std::map<std::string, SlotIndex, std::less<>>;
[[nodiscard]] MemberMap members_by_key(const Event& event, SlotIndex object);

}  // namespace hookspect
