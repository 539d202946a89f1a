#pragma once

#include "intake/framing/reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hookspect::intake {

/// A place in a capture where, by its looks, a body begins that owes nothing to the bytes before.
struct Border {
    std::size_t at = 0;        // bytes before it
    std::uint64_t bodies = 0;  // that seem to begin before it
    bool in_array = false;     // it is an element of a root array
    bool in_line = false;      // that stands on one line
};

/// The last border in `text`: at a line that begins as bodies do and is indented the least of all such; where
/// there is none, at an element of an array on one line that begins as the first one does. A guess: what
/// looks like a body may stand inside another. `column`: of the text's first byte, which begins a body or
/// stands between bodies; nothing if it may be anywhere.
[[nodiscard]] std::optional<Border> find_border(std::string_view text, std::optional<std::size_t> column,
                                                Framing framing);

}  // namespace hookspect::intake
