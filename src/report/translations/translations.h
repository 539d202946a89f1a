#pragma once

#include "ops/translations.h"
#include "output/separated_values.h"
#include "report/layout/presentation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hookspect::report {

/// The campaigns, and what is true of all of them.
struct TranslationTable {
    explicit TranslationTable(const ops::Translations& translations);

    std::vector<const ops::CampaignTexts*> campaigns;
    std::vector<std::size_t> languages;      // that any campaign lists or has a text in
    std::vector<ops::Coverage> by_language;  // for each of languages(): over the campaigns that list it
    ops::Coverage all;

    /// How many campaigns have less than `percent` of their texts.
    [[nodiscard]] std::uint64_t count_under(std::uint64_t percent) const;
};

struct TranslationOptions {
    std::optional<std::uint64_t> fail_under;  // percent
    bool missing = false;                     // list the fields that miss a language, too
};

/// Appends the table of campaigns and languages, in as many parts as the width asks for, and a line that sums
/// it up.
void append_translations_text(std::string& out, const TranslationTable& table,
                              const TranslationOptions& options, const Presentation& presentation);

/// Appends one JSON object: `campaigns`, each with its languages and the fields that miss them, and `total`.
void append_translations_json(std::string& out, const TranslationTable& table);

/// Appends a header and a record for each campaign and language: campaign, title, language, listed, filled,
/// of, missing.
void append_translations_csv(std::string& out, const TranslationTable& table, output::RecordStyle style);

}  // namespace hookspect::report
