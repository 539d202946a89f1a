#pragma once

#include "event/body.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hookspect::run {

/// A place in an input as findings and `show` print it: `FILE:LINE` or `FILE:LINE:COLUMN`.
struct InputPlace {
    std::string path;
    std::uint64_t line = 0;    // from 1
    std::uint64_t column = 0;  // from 1, in code points; 0: anywhere on the line

    /// Whether a body lies there: on the line, or around the column.
    [[nodiscard]] bool is_in(const event::Body& body) const;
};

/// The place that an argument names. Nothing where a file has that very name, or where there is no file of
/// the name before the line.
[[nodiscard]] std::optional<InputPlace> read_input_place(std::string_view argument);

}  // namespace hookspect::run
