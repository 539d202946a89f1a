#pragma once

#include "event/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace hookspect::query {

// How AQL compares values. Numbers are exact, whatever their size.

/// Of the same type, and equal: lists in order, objects whatever the order of their keys.
[[nodiscard]] bool deeply_equal(const event::Event& a, event::SlotIndex left, const event::Event& b,
                                event::SlotIndex right);

/// Likewise, but lists and objects are equal to nothing.
[[nodiscard]] bool strictly_equal(const event::Event& a, event::SlotIndex left, const event::Event& b,
                                  event::SlotIndex right);

/// Negative, 0 or positive as JavaScript's `<` and `>` order the values: two texts by UTF-16 units, else
/// numbers, null being 0; lists and objects are their texts. Nothing where one of them is no number.
[[nodiscard]] std::optional<int> relational_order(const event::Event& a, event::SlotIndex left,
                                                  const event::Event& b, event::SlotIndex right);

/// The text is a number in JavaScript: with blanks around it, `0x1F`, `Infinity`; the empty text is 0.
[[nodiscard]] bool reads_as_number(std::string_view text);

}  // namespace hookspect::query
