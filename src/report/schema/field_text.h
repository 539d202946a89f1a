#pragma once

#include "schema/fields.h"

#include <string>
#include <string_view>

namespace hookspect::report {

/// The documented type with the unit that its numbers count: `number, milliseconds`.
[[nodiscard]] std::string type_and_unit(const schema::Field& row);

/// Whether the page gives an object a name of its own, such as Campaign; the others are spelled out with
/// dotted keys.
[[nodiscard]] bool is_named(schema::ObjectType type);

/// What a number of this unit counts, for a person; empty for a plain number.
[[nodiscard]] std::string_view unit_text(schema::Unit unit);

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
