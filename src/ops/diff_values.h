#pragma once

#include "base/seeded_hash.h"
#include "ops/diff.h"
#include "ops/diff_look.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hookspect::ops {

/// How values are compared.
enum class Meaning : std::uint8_t {
    raw,     // as JSON values
    domain,  // as the schema means them: null is not set, some lists are sets
    form,    // likewise, where one of the events is a form
};

/// Whether two values that are no containers are the same. With Meaning::form one of them is of a form: the
/// same text is then the same, and `json` says which is of JSON.
[[nodiscard]] bool same_scalars(const Both<DiffSide>& sides, const Both<event::SlotIndex>& slot,
                                Meaning meaning, Side json);

/// Gives every value of both events a number, the same to those that are equal, in linear time. With
/// Meaning::form what a form may have made equal is, so that equal numbers must be looked at.
class ValueClasses {
public:
    ValueClasses(const Both<DiffSide>& sides, Meaning meaning) : sides_(sides), meaning_(meaning) {}

    /// Of a container in which is nothing but such containers: with Meaning::form, and then of no other
    /// value.
    static constexpr std::uint32_t hollow = 0;

    [[nodiscard]] std::uint32_t of(Side side, event::SlotIndex slot);

private:
    const Both<DiffSide>& sides_;
    Meaning meaning_;
    Both<std::vector<std::uint32_t>> classes_;  // by slot
    base::SeededMap<std::uint32_t> known_;
    std::string description_;
    std::string scratch_;

    [[nodiscard]] std::uint32_t classify(Side side, event::SlotIndex slot);
    void describe_text(const event::Event& event, const event::Slot& slot);
    void describe_list(Side side, event::SlotIndex list);
    void describe_object(Side side, event::SlotIndex object);
    [[nodiscard]] bool is_hollow(Side side, event::SlotIndex container) const;
    [[nodiscard]] bool is_left_out(Side side, event::SlotIndex member) const;
};

/// The elements of a list that have a place in a comparison. A form makes a list of an object whose keys are
/// all indices: its members are elements, too.
struct ListElement {
    event::SlotIndex slot;
    std::uint32_t index;
};
[[nodiscard]] std::vector<ListElement> elements_of(const event::Event& event, event::SlotIndex list);

/// An object whose keys are all list indices, and that has some.
[[nodiscard]] bool is_index_object(const event::Event& event, event::SlotIndex object);

}  // namespace hookspect::ops
