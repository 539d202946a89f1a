#include "base/count.h"
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

namespace hookspect::report {
namespace {

constexpr int indent = 2;
constexpr int gap = 2;
constexpr int cell_columns = 5;  // `✓ 3/3`, `✓100%`
constexpr int least_label = 20;  // an id, and the beginning of a title
constexpr std::string_view total_label = "total";

struct Sign {
    term::Role role;
    std::string_view symbol;
};

class Matrix {
public:
    Matrix(const TranslationTable& table, const Presentation& presentation)
        : table_(&table), presentation_(&presentation), all_(&term::symbols(presentation)) {
        int longest = term::display_width(total_label);
        for (const ops::CampaignTexts* campaign : table.campaigns) {
            longest = std::max(longest, term::display_width(label_of(*campaign)));
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
    const term::Symbols* all_;
    int label_columns_ = 0;
    std::size_t per_part_ = 1;

    [[nodiscard]] std::string label_of(const ops::CampaignTexts& campaign) const {
        std::string label;
        term::append_safe(label, campaign.id.empty() ? "(no id)" : campaign.id, presentation_->unicode);
        if (campaign.title.empty()) return label;
        label.append("  ");
        term::append_safe(label, campaign.title, presentation_->unicode);
        return label;
    }

    void append_part(std::string& out, std::span<const std::size_t> part) const {
        append_label(out, term::Role::label, "campaign");
        append_heading(out, "all");
        for (const std::size_t language : part) append_heading(out, schema::languages()[language]);
        out.append("\n");
        for (const ops::CampaignTexts* campaign : table_->campaigns) {
            append_label(out, term::Role::plain, label_of(*campaign));
            append_percent(out, table_->of(*campaign));
            for (const std::size_t language : part) append_cell(out, *campaign, language);
            out.append("\n");
        }
        if (table_->campaigns.size() < 2) return;
        append_label(out, term::Role::heading, total_label);
        append_percent(out, table_->all);
        for (const std::size_t language : part) append_percent(out, table_->by_language[language]);
        out.append("\n");
    }

    void append_label(std::string& out, term::Role role, std::string_view label) const {
        std::string text;
        term::append_clipped(text, label, label_columns_, all_->clipped);
        out.append(indent, ' ');
        term::append_styled(out, role, text, *presentation_);
        out.append(static_cast<std::size_t>(label_columns_ - term::display_width(text)), ' ');
    }

    void append_heading(std::string& out, std::string_view text) const {
        out.append(static_cast<std::size_t>(gap + cell_columns) - text.size(), ' ');
        term::append_styled(out, term::Role::label, text, *presentation_);
    }

    void append_counted(std::string& out, Sign sign, std::string_view text) const {
        out.append(gap, ' ');
        term::append_styled(out, sign.role, sign.symbol, *presentation_);
        term::append_right(out, text, cell_columns - 1);
    }

    [[nodiscard]] Sign sign_of(const ops::Coverage& coverage) const {
        if (coverage.filled == coverage.of) return {term::Role::good, all_->good};
        if (coverage.filled == 0) return {term::Role::error, all_->bad};
        return {term::Role::warning, all_->warning};
    }

    void append_percent(std::string& out, const ops::Coverage& coverage) const {
        if (coverage.of == 0) return append_nothing(out);
        append_counted(out, sign_of(coverage), fmt::format("{}%", coverage.percent()));
    }

    void append_cell(std::string& out, const ops::CampaignTexts& campaign, std::size_t language) const {
        const ops::Coverage coverage = campaign.in(language);
        const bool listed = campaign.lists(language);
        if (coverage.of == 0 || (!listed && coverage.filled == 0)) return append_nothing(out);
        append_counted(out, listed ? sign_of(coverage) : Sign{term::Role::added, all_->added},
                       fmt::format("{}/{}", coverage.filled, coverage.of));
    }

    void append_nothing(std::string& out) const {
        out.append(static_cast<std::size_t>(gap + cell_columns - 1), ' ');
        term::append_styled(out, term::Role::dim, all_->note, *presentation_);
    }
};

/// For each field that misses languages, which.
void append_missing(std::string& out, const TranslationTable& table, const Presentation& presentation) {
    Rows rows(presentation);
    for (const ops::CampaignTexts* campaign : table.campaigns) {
        const ops::Coverage coverage = table.of(*campaign);
        if (coverage.filled == coverage.of) continue;
        rows.gap();
        rows.row(indent,
                 fmt::format("{}  {}", campaign->id.empty() ? "(no id)" : campaign->id, campaign->title),
                 term::Role::plain);
        for (const schema::FieldId field : schema::ids::translated) {
            bool first = true;
            for (const std::size_t i : table.asked) {
                const auto missing = campaign->missing(i);
                if (!campaign->lists(i) || std::find(missing.begin(), missing.end(), field) == missing.end())
                    continue;
                if (first) rows.row(2 * indent, schema::field_path(field));
                if (first) rows.mark(term::Role::error, term::symbols(presentation).bad);
                first = false;
                rows.put_item(term::Role::plain, schema::languages()[i], " ");
            }
        }
    }
    rows.append_to(out);
    if (!rows.empty()) out.append("\n");
}

void append_verdict(std::string& out, const TranslationTable& table, std::uint64_t percent,
                    const Presentation& presentation) {
    const std::uint64_t under = table.count_under(percent);
    const term::Symbols& all = term::symbols(presentation);
    term::append_styled(out, under == 0 ? term::Role::good : term::Role::error,
                        under == 0 ? all.good : all.bad, presentation);
    out.append(" ");
    if (under == 0) {
        out.append("no campaign is");
    } else {
        base::append_count(out, under);
        out.append(" of ");
        base::append_count_of(out, table.campaigns.size(), "campaign");
        out.append(under == 1 ? " is" : " are");
    }
    out.append(fmt::format(" under {}%\n", percent));
}

}  // namespace

void append_translations_text(std::string& out, const TranslationTable& table,
                              const TranslationOptions& options, const Presentation& presentation) {
    if (!table.campaigns.empty()) Matrix(table, presentation).append_to(out);
    if (options.missing || table.campaigns.size() == 1) append_missing(out, table, presentation);
    base::append_count_of(out, table.campaigns.size(), "campaign");
    if (!table.campaigns.empty()) {
        out.append(", ");
        base::append_count(out, table.all.filled);
        out.append(" of ");
        base::append_count_of(out, table.all.of, "text");
        out.append(fmt::format(" ({}%)", table.all.percent()));
    }
    out.append("\n");
    if (options.fail_under) append_verdict(out, table, *options.fail_under, presentation);
}

}  // namespace hookspect::report
