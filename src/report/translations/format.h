#pragma once

#include "report/format.h"
#include "report/translations/translations.h"

namespace hookspect::report {

/// How the table of campaigns and languages is printed.
struct TranslationFormat : Format {
    void (*append)(std::string& out, const TranslationTable& table, const TranslationOptions& options,
                   const Presentation& presentation);
};

/// The formats of `translations`.
inline constexpr auto translation_formats = std::to_array<TranslationFormat>({
    {{"text", Content::text, true}, append_translations_text},
    {{"json", Content::json}, append_translations_json},
    {{"csv", Content::records}, append_translations_csv},
});

}  // namespace hookspect::report
