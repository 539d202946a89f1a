#include "report/layout/count.h"
#include "report/layout/rows.h"
#include "report/translations/translations.h"
#include "schema/ids.h"
#include "term/safe_text.h"
#include "term/style.h"
#include "term/width.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>

namespace hookspect {
namespace {

constexpr int indent = 2;
constexpr int gap = 2;
constexpr int cell_columns = 5;  // `✓ 3/3`, `✓100%`
constexpr int least_label = 20;  // an id, and the beginning of a title
constexpr std::string_view total_label = "total";

struct Sign {
    Role role;
    std::string_view symbol;
};

class Matrix {
public:
    Matrix(const TranslationTable& table, const Presentation& presentation)
        : table_(&table), presentation_(&presentation), all_(&symbols(presentation)) {
        int longest = display_width(total_label);
        for (const CampaignTexts* campaign : table.campaigns) {
            longest = std::max(longest, display_width(label_of(*campaign)));
        }
        // The first column of numbers is the campaign's own.
        const int columns = static_cast<int>(table.languages.size()) + 1;
        const int left = presentation.width - indent - columns * (gap + cell_columns);
        label_columns_ = std::min(longest, std::max(left, least_label));
        const int room = presentation.width - indent - label_columns_;
        per_part_ = static_cast<std::size_t>(std::max(room / (gap + cell_columns), 2)) - 1;
    }

    /// As many languages in each part as there is room for, and the campaigns in all of them.
    void append_to(std::string& out) const {
        std::span<const std::size_t> left = table_->languages;
        do {
            const auto part = left.first(std::min(per_part_, left.size()));
            append_part(out, part);
            left = left.subspan(part.size());
            out.append("\n");
        } while (!left.empty());
    }

private:
    const TranslationTable* table_;
    const Presentation* presentation_;
    const Symbols* all_;
    int label_columns_ = 0;
    std::size_t per_part_ = 1;

    [[nodiscard]] std::string label_of(const CampaignTexts& campaign) const {
        std::string label;
        append_safe(label, campaign.id.empty() ? "(no id)" : campaign.id, presentation_->unicode);
        if (campaign.title.empty()) return label;
        label.append("  ");
        append_safe(label, campaign.title, presentation_->unicode);
        return label;
    }

    void append_part(std::string& out, std::span<const std::size_t> part) const {
        append_label(out, Role::label, "campaign");
        append_heading(out, "all");
        for (const std::size_t language : part) append_heading(out, languages()[language]);
        out.append("\n");
        for (const CampaignTexts* campaign : table_->campaigns) {
            append_label(out, Role::plain, label_of(*campaign));
            append_percent(out, campaign->all());
            for (const std::size_t language : part) append_cell(out, *campaign, language);
            out.append("\n");
        }
        if (table_->campaigns.size() < 2) return;
        append_label(out, Role::heading, total_label);
        append_percent(out, table_->all);
        for (const std::size_t language : part) append_percent(out, table_->by_language[language]);
        out.append("\n");
    }

    void append_label(std::string& out, Role role, std::string_view label) const {
        std::string text;
        append_clipped(text, label, label_columns_, all_->clipped);
        out.append(indent, ' ');
        append_styled(out, role, text, *presentation_);
        out.append(static_cast<std::size_t>(label_columns_ - display_width(text)), ' ');
    }

    void append_heading(std::string& out, std::string_view text) const {
        out.append(static_cast<std::size_t>(gap + cell_columns) - text.size(), ' ');
        append_styled(out, Role::label, text, *presentation_);
    }

    void append_counted(std::string& out, Sign sign, std::string_view text) const {
        out.append(gap, ' ');
        append_styled(out, sign.role, sign.symbol, *presentation_);
        append_right(out, text, cell_columns - 1);
    }

    [[nodiscard]] Sign sign_of(const Coverage& coverage) const {
        if (coverage.filled == coverage.of) return {Role::good, all_->good};
        if (coverage.filled == 0) return {Role::error, all_->bad};
        return {Role::warning, all_->warning};
    }

    void append_percent(std::string& out, const Coverage& coverage) const {
        if (coverage.of == 0) return append_nothing(out);
        append_counted(out, sign_of(coverage), fmt::format("{}%", coverage.percent()));
    }

    void append_cell(std::string& out, const CampaignTexts& campaign, std::size_t language) const {
        const Coverage coverage = campaign.in(language);
        const bool listed = campaign.lists(language);
        if (coverage.of == 0 || (!listed && coverage.filled == 0)) return append_nothing(out);
        append_counted(out, listed ? sign_of(coverage) : Sign{Role::added, all_->added},
                       fmt::format("{}/{}", coverage.filled, coverage.of));
    }

    void append_nothing(std::string& out) const {
        out.append(static_cast<std::size_t>(gap + cell_columns - 1), ' ');
        append_styled(out, Role::dim, all_->note, *presentation_);
    }
};

/// For each field that misses languages, which.
void append_missing(std::string& out, const TranslationTable& table, const Presentation& presentation) {
    Sheet sheet(presentation);
    for (const CampaignTexts* campaign : table.campaigns) {
        const Coverage coverage = campaign->all();
        if (coverage.filled == coverage.of) continue;
        sheet.gap();
        sheet.row(indent,
                  fmt::format("{}  {}", campaign->id.empty() ? "(no id)" : campaign->id, campaign->title),
                  Role::plain);
        for (const FieldId field : ids::translated) {
            bool first = true;
            for (std::size_t i = 0; i < languages().size(); ++i) {
                const auto missing = campaign->missing(i);
                if (!campaign->lists(i) || std::find(missing.begin(), missing.end(), field) == missing.end())
                    continue;
                if (first) sheet.row(2 * indent, field_path(field));
                if (first) sheet.mark(Role::error, symbols(presentation).bad);
                first = false;
                sheet.put_item(Role::plain, languages()[i], " ");
            }
        }
    }
    sheet.append_to(out);
    if (!sheet.empty()) out.append("\n");
}

void append_verdict(std::string& out, const TranslationTable& table, std::uint64_t percent,
                    const Presentation& presentation) {
    const std::uint64_t under = table.count_under(percent);
    const Symbols& all = symbols(presentation);
    append_styled(out, under == 0 ? Role::good : Role::error, under == 0 ? all.good : all.bad, presentation);
    out.append(" ");
    if (under == 0) {
        out.append("no campaign is");
    } else {
        append_count(out, under);
        out.append(" of ");
        append_count_of(out, table.campaigns.size(), "campaign");
        out.append(under == 1 ? " is" : " are");
    }
    out.append(fmt::format(" under {}%\n", percent));
}

}  // namespace

void append_translations_text(std::string& out, const TranslationTable& table,
                              const TranslationOptions& options, const Presentation& presentation) {
    if (!table.campaigns.empty()) Matrix(table, presentation).append_to(out);
    if (options.missing || table.campaigns.size() == 1) append_missing(out, table, presentation);
    append_count_of(out, table.campaigns.size(), "campaign");
    if (!table.campaigns.empty()) {
        out.append(", ");
        append_count(out, table.all.filled);
        out.append(" of ");
        append_count_of(out, table.all.of, "text");
        out.append(fmt::format(" ({}%)", table.all.percent()));
    }
    out.append("\n");
    if (options.fail_under) append_verdict(out, table, *options.fail_under, presentation);
}

}  // namespace hookspect
