#include "report/schema/format.h"

#include "report/schema/json_schema.h"
#include "report/schema/json_table.h"
#include "report/schema/markdown.h"
#include "report/schema/tree.h"
#include "report/schema/typescript.h"

#include <algorithm>

namespace hookspect::report {
namespace {

/// A format for programs is the same for every presentation.
template <void (*append)(std::string&, Subject)>
void without_presentation(std::string& out, Subject subject, const Presentation& /*presentation*/) {
    append(out, subject);
}

constexpr auto table = std::to_array<SchemaFormat>({
    {"text", true, append_schema_tree},
    {"json", false, without_presentation<append_schema_json>},
    {"markdown", false, without_presentation<append_schema_markdown>},
    {"json-schema", false, without_presentation<append_json_schema>},
    {"typescript", false, without_presentation<append_typescript>},
});

constexpr bool names_are_in_order() {
    return std::equal(table.begin(), table.end(), schema_format_names.begin(), schema_format_names.end(),
                      [](const SchemaFormat& format, std::string_view name) { return format.name == name; });
}
static_assert(names_are_in_order());

}  // namespace

const SchemaFormat& schema_format(std::string_view name) {
    const auto* found = std::find_if(table.begin(), table.end(),
                                     [name](const SchemaFormat& format) { return format.name == name; });
    return found == table.end() ? table.front() : *found;
}

}  // namespace hookspect::report
