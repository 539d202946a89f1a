#pragma once

#include "report/layout/presentation.h"
#include "report/schema/subject.h"

#include <array>
#include <string>
#include <string_view>

namespace hookspect::report {

/// The formats of `schema`; the first is the default.
inline constexpr std::array<std::string_view, 5> schema_format_names{"text", "json", "markdown",
                                                                     "json-schema", "typescript"};

/// How a part of the schema is printed.
struct SchemaFormat {
    std::string_view name;
    bool for_people;  // long text goes through a pager
    void (*append)(std::string& out, Subject subject, const Presentation& presentation);
};

/// The format of this name, which is one of schema_format_names.
[[nodiscard]] const SchemaFormat& schema_format(std::string_view name);

}  // namespace hookspect::report
