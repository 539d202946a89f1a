#pragma once

#include "report/card/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace hookspect::report {

/// Shows a text in several languages: one row for each that is set, and one for those that are missing.
void show_multilingual(Card& card, const Member& member, std::string_view label);

/// The text of the first language that has one, and its slot; config.languages gives the order.
struct Title {
    std::string text;
    event::SlotIndex slot = 0;
};
[[nodiscard]] Title title_of(const Card& card, event::SlotIndex multilingual);

}  // namespace hookspect::report
