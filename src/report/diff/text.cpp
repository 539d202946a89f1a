#include "report/diff/text.h"

#include "base/count.h"
#include "event/identity.h"
#include "event/json_value.h"
#include "ops/diff_names.h"
#include "report/diff/change_counts.h"
#include "report/diff/uncarried.h"
#include "report/diff/value.h"
#include "report/layout/prose.h"
#include "report/layout/rows.h"
#include "report/layout/title_bar.h"
#include "term/safe_text.h"
#include "term/style.h"
#include "term/width.h"

#include <algorithm>
#include <vector>

namespace hookspect::report {
namespace {

constexpr int usual_indent = 2;
constexpr int gap = 2;                 // between the labels and the values
constexpr std::size_t most_named = 3;  // of what a form could not carry

/// `campaign 48213`, or what has become of what.
std::string title_of(const ops::Difference& difference, const Presentation& presentation) {
    const auto name = [](const event::Event& event) {
        const std::string subject = event::subject_of(event);
        return subject.empty() ? std::string("event") : subject;
    };
    std::string before = name(*difference.event.before);
    const std::string after = name(*difference.event.after);
    if (before == after) return before;
    return before + " " + std::string(term::symbols(presentation).arrow) + " " + after;
}

/// Where the values begin, as the rows will decide.
int value_column(const std::vector<ops::ChangeName>& names, int indent, const Presentation& presentation) {
    const int most = std::max(presentation.width / 2, 24);
    int column = 0;
    for (const ops::ChangeName& name : names) {
        const int end =
            indent + 2 + term::display_width(term::safe_text(name.label, presentation.unicode)) + gap;
        if (end <= most) column = std::max(column, end);
    }
    return column;
}

// What a form could not carry

/// `form encoding could not carry campaign.config.channels [] (1 list)`
std::string uncarried_text(const ops::Difference& difference) {
    std::string text = "form encoding could not carry ";
    const std::size_t all = difference.uncarried.size();
    const std::size_t named = all <= most_named + 1 ? all : most_named;
    for (std::size_t i = 0; i < named; ++i) {
        const ops::Uncarried& value = difference.uncarried[i];
        if (i != 0) text.append(i + 1 == all ? " and " : ", ");
        text.append(ops::path_of(difference, value)).append(" ");
        std::string json;
        event::append_readable_json(json, *difference.event[difference.json_side], value.slot, 40);
        text.append(json);
    }
    if (named < all) {
        text.append(" and ");
        base::append_count(text, all - named);
        text.append(" more");
    }
    UncarriedCounts counts;
    counts.add(difference);
    counts.append_to(text.append(" ("));
    return text.append(")");
}

/// The input, with the line where that is not the only event.
std::string place_of(const EventSource& source) {
    const std::string name(source.name);
    return source.number <= 1 ? name : name + ":" + std::to_string(source.line);
}

}  // namespace

ChangeStyle style_of(ops::ChangeKind kind, const Presentation& presentation) {
    const term::Symbols& all = term::symbols(presentation);
    switch (kind) {
        case ops::ChangeKind::changed: return {term::Role::changed, all.changed};
        case ops::ChangeKind::added: return {term::Role::added, all.added};
        case ops::ChangeKind::removed: break;
    }
    return {term::Role::removed, all.removed};
}

void append_remark(std::string& out, ChangeStyle style, std::string_view text,
                   const Presentation& presentation) {
    const std::string safe = term::safe_text(text, presentation.unicode);
    term::append_styled(out, style.role, style.symbol, presentation);
    out.append(" ");
    append_wrapped(out, safe, 2, 2, static_cast<std::size_t>(presentation.width));
    out.append("\n");
}

void append_changes(std::string& out, const ops::Difference& difference, int indent,
                    const Presentation& presentation) {
    std::vector<ops::ChangeName> names;
    for (const ops::Change& change : difference.changes) names.push_back(ops::name_of(difference, change));
    const int room = std::max(presentation.width - value_column(names, indent, presentation), 8);
    Rows rows(presentation);
    std::string heading;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const ChangeStyle style = style_of(difference.changes[i].kind, presentation);
        if (names[i].heading != heading) rows.row(indent, names[i].heading, term::Role::heading);
        heading = names[i].heading;
        const std::string_view label = names[i].label.empty() ? "the body" : std::string_view(names[i].label);
        rows.row(indent, std::string(style.symbol).append(" ").append(label), style.role);
        put_change(rows, difference, names[i].slot, room, presentation);
    }
    rows.append_to(out);
}

void append_diff_text(std::string& out, const ops::Difference& difference,
                      const ops::Both<EventSource>& sources, bool in_part, const Presentation& presentation) {
    const term::Symbols& all = term::symbols(presentation);
    const std::string uncarried = difference.uncarried.empty() ? std::string() : uncarried_text(difference);
    if (difference.same()) {
        std::string text = in_part ? "no difference in what was compared" : "the same event";
        if (!uncarried.empty()) text.append("; ").append(uncarried);
        return append_remark(out, {term::Role::good, all.good}, text, presentation);
    }
    std::string place = place_of(sources.before);
    place.append(" ").append(all.arrow).append(" ").append(place_of(sources.after));
    append_title_bar(out, title_of(difference, presentation), place, presentation);
    out.append("\n");
    append_changes(out, difference, usual_indent, presentation);
    out.append("\n");
    base::append_count_of(out, difference.changes.size(), "difference");
    out.append(": ");
    append_change_counts(out, difference.counts());
    out.append("\n");
    if (!uncarried.empty()) append_remark(out, {term::Role::note, all.note}, uncarried, presentation);
}

}  // namespace hookspect::report
