#pragma once

#include "output/separated_values.h"
#include "report/layout/presentation.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hookspect::report {

/// What a format writes. It decides how a terminal is kept from control characters: JSON escapes them on the
/// way out, the renderers of all others do it themselves.
enum class Content : std::uint8_t { text, json, records, xml };

/// A format of -f. A command's table has a row for each, a struct that derives from this and adds the
/// renderer; the first row is the default.
struct Format {
    std::string_view name;
    Content content = Content::text;
    bool for_people = false;  // otherwise for programs: complete, and the same on a terminal
    bool pageable = false;    // on a terminal it goes through a pager
};

/// The names of a table of formats, in its order.
template <typename Row, std::size_t count>
[[nodiscard]] constexpr std::array<std::string_view, count> names_of(const std::array<Row, count>& table) {
    std::array<std::string_view, count> names;
    for (std::size_t i = 0; i < count; ++i) names[i] = table[i].name;
    return names;
}

/// How records of a table are written where a presentation says what the reader is.
[[nodiscard]] inline output::RecordStyle record_style(const Presentation& presentation) {
    return {.safe = presentation.terminal, .unicode = presentation.unicode};
}

}  // namespace hookspect::report
