#pragma once

#include "report/card/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace hookspect::report {

/// Shows the consents of a person on one row: those that are given, those that were withdrawn.
void show_opt_in(Card& card, const Member& member, std::string_view label);
/// Shows a list of PersonProperty, nested ones further in; `*` marks those that are primary.
void show_properties(Card& card, const Member& member, std::string_view label);

/// The name of a person, out of its properties or else its profile, and the slots that it is made of.
struct PersonName {
    std::string text;
    std::vector<event::SlotIndex> slots{};
};
[[nodiscard]] PersonName name_of(const event::Event& event, event::SlotIndex person);

}  // namespace hookspect::report
