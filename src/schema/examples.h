#pragma once

#include "schema/fields.h"

#include <string_view>

namespace hookspect::schema {

struct Example {
    std::string_view
        json;  // one realistic value; empty for an object whose fields have examples of their own
    std::string_view date;  // of a timestamp, as it is shown; else empty
};

/// A value for a field, such as a healthy event has it. `parent` is the field whose value it stands in (for
/// keys of Multilingual values: which text or URL it is), no_field at the root or where that does not matter.
[[nodiscard]] Example example_of(FieldId id, FieldId parent = no_field) noexcept;

}  // namespace hookspect::schema
