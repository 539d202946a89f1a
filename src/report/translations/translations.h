#pragma once

#include "ops/translations.h"
#include "report/layout/presentation.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hookspect::report {

/// The campaigns, and what is true of all of them.
struct TranslationTable {
    /// Of these languages alone, in this order; none: of all.
    explicit TranslationTable(const ops::Translations& translations, std::span<const std::string> asked = {});

    std::vector<const ops::CampaignTexts*> campaigns;
    std::vector<std::size_t> asked;      // languages
    std::vector<std::size_t> languages;  // the columns: of those asked for by name all, else those that any
                                         // campaign lists or has a text in
    std::vector<ops::Coverage> by_language;  // for each of languages(): over the campaigns that list it
    ops::Coverage all;

    /// What a campaign has, over the languages that it lists and that were asked for.
    [[nodiscard]] ops::Coverage of(const ops::CampaignTexts& campaign) const;

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
void append_translations_json(std::string& out, const TranslationTable& table,
                              const TranslationOptions& options, const Presentation& presentation);

/// Appends a header and a record for each campaign and language: campaign, title, language, listed, filled,
/// of, missing.
void append_translations_csv(std::string& out, const TranslationTable& table,
                             const TranslationOptions& options, const Presentation& presentation);

}  // namespace hookspect::report
