#pragma once

#include "event/event.h"

#include <string>
#include <string_view>

namespace hookspect::query {

// Texts as AQL compares them: JavaScript's, but for numbers, whose digits are all kept.

/// Appends the text of a JSON number as JavaScript writes it: `5.0` is `5`, `1e3` is `1000`, `1e-7` stays.
void append_number_text(std::string& out, std::string_view number);

/// Appends the text of a value: that of a list is its members' joined by `,`, of null in a list nothing, of
/// an object
/// `[object Object]`.
void append_value_text(std::string& out, const event::Event& event, event::SlotIndex value);

/// null, false, 0 and "": as a text they are the empty one.
[[nodiscard]] bool is_falsy(const event::Event& event, event::SlotIndex value);

/// Lower case of each code point by itself (Unicode's simple mapping): `İ` becomes `i`, and `Σ` becomes `σ`
/// at the end of a word too.
[[nodiscard]] std::string lower_case(std::string_view text);

/// Negative, 0 or positive by UTF-16 code units, as JavaScript orders texts.
[[nodiscard]] int compare_utf16(std::string_view a, std::string_view b) noexcept;

}  // namespace hookspect::query
