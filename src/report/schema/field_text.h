#pragma once

#include "schema/fields.h"

#include <string>

namespace hookspect::report {

/// The documented type with the unit that its numbers count: `number, milliseconds`.
[[nodiscard]] std::string type_and_unit(const schema::Field& row);

/// Texts one after the other with `separator` between them.
template <typename Texts>
[[nodiscard]] std::string joined(const Texts& texts, std::string_view separator = " ") {
    std::string all;
    for (const auto& text : texts) {
        if (!all.empty()) all.append(separator);
        all.append(text);
    }
    return all;
}

}  // namespace hookspect::report
