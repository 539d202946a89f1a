#include "report/stats/report.h"

#include "base/count.h"
#include "base/json_writer.h"
#include "report/format.h"
#include "term/safe_text.h"
#include "term/style.h"
#include "term/width.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace hookspect::report {
namespace {

constexpr int indent = 2;
constexpr int widest_value = 40;
constexpr int shortest_bar = 5;
constexpr int longest_bar = 40;

std::string shown_value(const std::optional<std::string>& value, const Presentation& presentation) {
    if (!value) return "not set";
    const std::string safe = term::safe_text(*value, presentation.unicode);
    if (safe.empty()) return "\"\"";
    std::string clipped;
    term::append_clipped(clipped, safe, widest_value, term::symbols(presentation).clipped);
    return clipped;
}

/// A bar whose length is `share` of `columns`, in eighths of a column where the locale has them.
std::string bar(double share, int columns, const Presentation& presentation) {
    constexpr std::array<std::string_view, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const int length = std::max(1, static_cast<int>(std::lround(share * columns * 8)));
    std::string text;
    if (!presentation.unicode) return std::string(static_cast<std::size_t>(std::max(1, length / 8)), '#');
    for (int i = 0; i < length / 8; ++i) text.append("█");
    return text.append(eighths[static_cast<std::size_t>(length % 8)]);
}

class Table {
public:
    Table(const ops::Stats& stats, const std::vector<ops::Stats::Row>& rows, const Presentation& presentation)
        : stats_(&stats), rows_(&rows), presentation_(&presentation) {
        for (std::size_t i = 0; i < stats.by().size(); ++i) {
            int width = term::display_width(stats.by()[i].text);
            for (const ops::Stats::Row& row : rows) {
                width = std::max(width, term::display_width(shown_value(row.values[i], presentation)));
            }
            widths_.push_back(width);
            taken_ += width + 2;
        }
        for (const ops::Stats::Row& row : rows)
            count_width_ = std::max(count_width_, term::display_width(count_text(row.events)));
        taken_ += indent + count_width_;
    }

    void append_to(std::string& out) const {
        out.append(indent, ' ');
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            cell(out, term::Role::label, stats_->by()[i].text, widths_[i]);
        }
        right(out, term::Role::label, "events");
        out.append("\n");
        for (const ops::Stats::Row& row : *rows_) append_row(out, row);
    }

private:
    const ops::Stats* stats_;
    const std::vector<ops::Stats::Row>* rows_;
    const Presentation* presentation_;
    std::vector<int> widths_;
    int count_width_ = 6;  // of the heading
    int taken_ = 0;

    static std::string count_text(std::uint64_t count) {
        std::string text;
        base::append_count(text, count);
        return text;
    }

    void cell(std::string& out, term::Role role, std::string_view text, int width) const {
        term::append_styled(out, role, text, *presentation_);
        out.append(2, ' ');
        out.append(static_cast<std::size_t>(width - term::display_width(text)), ' ');
    }

    void right(std::string& out, term::Role role, std::string_view text) const {
        out.append(static_cast<std::size_t>(count_width_ - term::display_width(text)), ' ');
        term::append_styled(out, role, text, *presentation_);
    }

    void append_row(std::string& out, const ops::Stats::Row& row) const {
        out.append(indent, ' ');
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const term::Role role = row.values[i] ? term::Role::plain : term::Role::dim;
            cell(out, role, shown_value(row.values[i], *presentation_), widths_[i]);
        }
        right(out, term::Role::plain, count_text(row.events));
        const int room = std::min(presentation_->width - taken_ - 2, longest_bar);
        if (room >= shortest_bar) {
            const double share = static_cast<double>(row.events) / static_cast<double>(rows_->front().events);
            out.append("  ");
            term::append_styled(out, term::Role::note, bar(share, room, *presentation_), *presentation_);
        }
        out.append("\n");
    }
};

}  // namespace

void append_stats_text(std::string& out, const ops::Stats& stats, std::size_t top,
                       const Presentation& presentation) {
    const auto rows = stats.rows(top);
    if (!rows.empty()) {
        Table(stats, rows, presentation).append_to(out);
        out.append("\n");
    }
    base::append_count_of(out, stats.events(), "event");
    const std::size_t left_out = stats.combinations() - rows.size();
    if (left_out > 0) {
        out.append(", ");
        base::append_count(out, left_out);
        out.append(left_out == 1 ? " row left out" : " rows left out");
    }
    out.append("\n");
}

void append_stats_json(std::string& out, const ops::Stats& stats, std::size_t top,
                       const Presentation& /*presentation*/) {
    base::JsonWriter json(out);
    json.begin_object().key("by").begin_array();
    for (const schema::Path& path : stats.by()) json.value(path.text);
    json.end_array()
        .member("events", stats.events())
        .member("combinations", stats.combinations())
        .key("counts")
        .begin_array();
    for (const ops::Stats::Row& row : stats.rows(top)) {
        json.line().begin_object().key("values").begin_array();
        for (const auto& value : row.values) value ? json.value(*value) : json.null();
        json.end_array().member("events", row.events).end_object();
    }
    json.end_lines(true).end_object();
    out.push_back('\n');
}

void append_stats_csv(std::string& out, const ops::Stats& stats, std::size_t top,
                      const Presentation& presentation) {
    output::Record record(out, record_style(presentation));
    for (const schema::Path& path : stats.by()) record.add(path.text);
    record.add("events");
    record.end();
    for (const ops::Stats::Row& row : stats.rows(top)) {
        for (const auto& value : row.values) record.add(value ? *value : std::string_view());
        record.add(std::to_string(row.events));
        record.end();
    }
}

}  // namespace hookspect::report
