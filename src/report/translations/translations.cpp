#include "report/translations/translations.h"

#include "base/json_writer.h"
#include "report/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace hookspect::report {
namespace {

bool is_shown(const ops::CampaignTexts& campaign, std::size_t language) {
    return campaign.lists(language) || campaign.filled[language] != 0;
}

std::vector<std::string> missing_fields(const ops::CampaignTexts& campaign, std::size_t language) {
    std::vector<std::string> paths;
    if (!campaign.lists(language)) return paths;
    for (const schema::FieldId field : campaign.missing(language)) paths.push_back(schema::field_path(field));
    return paths;
}

void add_counts(base::JsonWriter& json, const ops::Coverage& coverage) {
    json.member("filled", coverage.filled).member("of", coverage.of).member("percent", coverage.percent());
}

void add_languages(base::JsonWriter& json, const TranslationTable& table,
                   const ops::CampaignTexts& campaign) {
    json.key("languages").begin_object();
    for (const std::size_t i : table.asked) {
        if (!is_shown(campaign, i)) continue;
        json.key(schema::languages()[i]).begin_object().member("listed", campaign.lists(i));
        add_counts(json, campaign.in(i));
        json.key("missing").begin_array();
        for (const std::string& path : missing_fields(campaign, i)) json.value(path);
        json.end_array().end_object();
    }
    json.end_object();
}

}  // namespace

TranslationTable::TranslationTable(const ops::Translations& translations, std::span<const std::string> named)
    : campaigns(translations.campaigns()), by_language(schema::languages().size()) {
    const auto all_codes = schema::languages();
    for (const std::string& code : named)
        asked.push_back(static_cast<std::size_t>(std::find(all_codes.begin(), all_codes.end(), code) -
                                                 all_codes.begin()));
    for (std::size_t i = 0; named.empty() && i < all_codes.size(); ++i) asked.push_back(i);
    for (const std::size_t i : asked) {
        bool shown = !named.empty();
        for (const ops::CampaignTexts* campaign : campaigns) {
            shown |= is_shown(*campaign, i);
            if (campaign->lists(i)) by_language[i] += campaign->in(i);
        }
        all += by_language[i];
        if (shown) languages.push_back(i);
    }
}

ops::Coverage TranslationTable::of(const ops::CampaignTexts& campaign) const {
    ops::Coverage coverage;
    for (const std::size_t i : asked) {
        if (campaign.lists(i)) coverage += campaign.in(i);
    }
    return coverage;
}

std::uint64_t TranslationTable::count_under(std::uint64_t percent) const {
    return static_cast<std::uint64_t>(
        std::count_if(campaigns.begin(), campaigns.end(),
                      [&](const ops::CampaignTexts* one) { return of(*one).is_under(percent); }));
}

void append_translations_json(std::string& out, const TranslationTable& table,
                              const TranslationOptions& /*options*/, const Presentation& /*presentation*/) {
    base::JsonWriter json(out);
    json.begin_object().key("campaigns").begin_array();
    for (const ops::CampaignTexts* campaign : table.campaigns) {
        json.line().begin_object().key("campaign");
        campaign->id.empty() ? json.null() : json.literal(campaign->id);
        json.key("title").value_or_null(campaign->title);
        add_counts(json, table.of(*campaign));
        add_languages(json, table, *campaign);
        json.end_object();
    }
    json.end_lines(true).key("total").begin_object().member("campaigns", table.campaigns.size());
    add_counts(json, table.all);
    json.key("languages").begin_object();
    for (const std::size_t i : table.languages) {
        if (table.by_language[i].of == 0) continue;
        add_counts(json.key(schema::languages()[i]).begin_object(), table.by_language[i]);
        json.end_object();
    }
    json.end_object().end_object().end_object();
    out.push_back('\n');
}

void append_translations_csv(std::string& out, const TranslationTable& table,
                             const TranslationOptions& /*options*/, const Presentation& presentation) {
    output::Record record(out, record_style(presentation));
    for (const std::string_view name : {"campaign", "title", "language", "listed", "filled", "of", "missing"})
        record.add(name);
    record.end();
    for (const ops::CampaignTexts* campaign : table.campaigns) {
        for (const std::size_t i : table.asked) {
            if (!is_shown(*campaign, i)) continue;
            const ops::Coverage coverage = campaign->in(i);
            record.add(campaign->id);
            record.add(campaign->title);
            record.add(schema::languages()[i]);
            record.add(campaign->lists(i) ? "true" : "false");
            record.add(std::to_string(coverage.filled));
            record.add(std::to_string(coverage.of));
            record.add(fmt::format("{}", fmt::join(missing_fields(*campaign, i), " ")));
            record.end();
        }
    }
}

}  // namespace hookspect::report
