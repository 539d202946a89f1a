#pragma once

#include "report/format.h"
#include "report/schema/json_schema.h"
#include "report/schema/json_table.h"
#include "report/schema/markdown.h"
#include "report/schema/subject.h"
#include "report/schema/tree.h"
#include "report/schema/typescript.h"

#include <array>
#include <string>

namespace hookspect::report {

/// How a part of the schema is printed.
struct SchemaFormat : Format {
    void (*append)(std::string& out, Subject subject, const Presentation& presentation);
};

/// A format for programs is the same for every presentation.
template <void (*append)(std::string&, Subject)>
void without_presentation(std::string& out, Subject subject, const Presentation& /*presentation*/) {
    append(out, subject);
}

/// The formats of `schema`.
inline constexpr auto schema_formats = std::to_array<SchemaFormat>({
    {{"text", Content::text, true, true}, append_schema_tree},
    {{"json", Content::json}, without_presentation<append_schema_json>},
    {{"markdown", Content::text}, without_presentation<append_schema_markdown>},
    {{"json-schema", Content::json}, without_presentation<append_json_schema>},
    {{"typescript", Content::text}, without_presentation<append_typescript>},
});

}  // namespace hookspect::report
