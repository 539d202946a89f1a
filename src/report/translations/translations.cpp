#include "report/translations/translations.h"

#include "base/json_text.h"

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

std::string counts(const ops::Coverage& coverage) {
    return fmt::format("\"filled\":{},\"of\":{},\"percent\":{}", coverage.filled, coverage.of,
                       coverage.percent());
}

void append_languages_json(std::string& out, const ops::CampaignTexts& campaign) {
    bool first = true;
    for (std::size_t i = 0; i < schema::languages().size(); ++i) {
        if (!is_shown(campaign, i)) continue;
        out.append(first ? "" : ",");
        first = false;
        out.append(fmt::format("\"{}\":{{\"listed\":{},{},\"missing\":[", schema::languages()[i],
                               campaign.lists(i), counts(campaign.in(i))));
        const auto paths = missing_fields(campaign, i);
        for (const std::string& path : paths) {
            if (&path != &paths.front()) out.append(",");
            base::append_json_string(out, path);
        }
        out.append("]}");
    }
}

}  // namespace

TranslationTable::TranslationTable(const ops::Translations& translations)
    : campaigns(translations.campaigns()), by_language(schema::languages().size()) {
    for (std::size_t i = 0; i < by_language.size(); ++i) {
        bool shown = false;
        for (const ops::CampaignTexts* campaign : campaigns) {
            shown |= is_shown(*campaign, i);
            if (campaign->lists(i)) by_language[i] += campaign->in(i);
        }
        all += by_language[i];
        if (shown) languages.push_back(i);
    }
}

std::uint64_t TranslationTable::count_under(std::uint64_t percent) const {
    return static_cast<std::uint64_t>(
        std::count_if(campaigns.begin(), campaigns.end(),
                      [percent](const ops::CampaignTexts* one) { return one->all().is_under(percent); }));
}

void append_translations_json(std::string& out, const TranslationTable& table) {
    out.append("{\"campaigns\":[");
    for (const ops::CampaignTexts* campaign : table.campaigns) {
        out.append(campaign == table.campaigns.front() ? "\n" : ",\n").append("{\"campaign\":");
        out.append(campaign->id.empty() ? "null" : campaign->id).append(",\"title\":");
        campaign->title.empty() ? void(out.append("null")) : base::append_json_string(out, campaign->title);
        out.append(",").append(counts(campaign->all())).append(",\"languages\":{");
        append_languages_json(out, *campaign);
        out.append("}}");
    }
    out.append(fmt::format("\n],\"total\":{{\"campaigns\":{},{},\"languages\":{{", table.campaigns.size(),
                           counts(table.all)));
    bool first = true;
    for (const std::size_t i : table.languages) {
        if (table.by_language[i].of == 0) continue;
        out.append(first ? "" : ",");
        first = false;
        out.append(fmt::format("\"{}\":{{{}}}", schema::languages()[i], counts(table.by_language[i])));
    }
    out.append("}}}\n");
}

void append_translations_csv(std::string& out, const TranslationTable& table, output::RecordStyle style) {
    output::Record record(out, style);
    for (const std::string_view name : {"campaign", "title", "language", "listed", "filled", "of", "missing"})
        record.add(name);
    record.end();
    for (const ops::CampaignTexts* campaign : table.campaigns) {
        for (std::size_t i = 0; i < schema::languages().size(); ++i) {
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
