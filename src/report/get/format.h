#pragma once

#include "ops/get.h"
#include "report/format.h"

namespace hookspect::report {

/// A format of `get`; GetPrinter prints it.
struct GetFormat : Format {
    ops::GetFormat value;
};

/// The formats of `get`.
inline constexpr auto get_formats = std::to_array<GetFormat>({
    {{"text", Content::text, true}, ops::GetFormat::text},
    {{"json", Content::json}, ops::GetFormat::json},
    {{"ndjson", Content::json}, ops::GetFormat::ndjson},
    {{"csv", Content::records}, ops::GetFormat::csv},
    {{"tsv", Content::records}, ops::GetFormat::tsv},
});

}  // namespace hookspect::report
