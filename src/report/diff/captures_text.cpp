#include "report/diff/captures_text.h"

#include "base/count.h"
#include "event/identity.h"
#include "report/diff/change_counts.h"
#include "report/diff/text.h"
#include "report/layout/title_bar.h"
#include "schema/ids.h"
#include "term/safe_text.h"
#include "term/style.h"
#include "term/width.h"

namespace hookspect::report {
namespace {

// The columns of a line: what the longest usual texts take, as lines are printed before the next one is
// known.
constexpr int identity_columns = 19;  // interaction 5530921
constexpr int name_columns = 19;      // published_community
constexpr int changes_indent = 6;
constexpr int longest_id = 12;  // a longer one is clipped to its beginning
constexpr int clipped_id = 8;   // of a UUID the first group

std::string text_at(const event::Event& event, event::SlotIndex slot, const Presentation& presentation) {
    std::string scratch;
    return event.is_set(slot) ? term::safe_text(event.text(event[slot], scratch), presentation.unicode)
                              : std::string();
}

/// `campaign 48213`, `person 9b2f6c1e…`, or `event` where it does not say.
std::string identity_text(const event::Event& event, const Presentation& presentation) {
    std::string text = text_at(event, event.at(schema::ids::event_resource), presentation);
    if (text.empty()) text = "event";
    const event::SlotIndex id = event::id_of(event);
    if (id == 0) return text;
    const std::string id_text = text_at(event, id, presentation);
    text.push_back(' ');
    if (term::display_width(id_text) <= longest_id) return text + id_text;
    const std::string_view ellipsis = term::symbols(presentation).clipped;
    term::append_clipped(text, id_text, clipped_id + term::display_width(ellipsis), ellipsis);
    return text;
}

/// A line that says what became of an event, padded as far as something follows.
void append_line(std::string& out, ops::ChangeKind kind, const event::Event& event, std::string_view behind,
                 const Presentation& presentation) {
    const ChangeStyle style = style_of(kind, presentation);
    out.append("  ");
    term::append_styled(out, style.role, style.symbol, presentation);
    out.push_back(' ');
    const std::string identity = identity_text(event, presentation);
    const std::string name = text_at(event, event.at(schema::ids::event_name), presentation);
    if (name.empty() && behind.empty()) {
        out.append(identity);
    } else {
        term::append_padded(out, identity, identity_columns);
        out.append("  ");
    }
    if (behind.empty()) {
        out.append(name);
    } else {
        term::append_padded(out, name, name_columns);
        out.append("  ").append(behind);
    }
    out.push_back('\n');
}

/// What --by could not tell apart, and what it said nothing of.
std::string key_remark(const CaptureTotals& totals) {
    std::string text;
    if (totals.without_key > 0) {
        base::append_count_of(text, totals.without_key, "event");
        text.append(totals.without_key == 1 ? " does" : " do").append(" not have ").append(totals.by);
        text.append(totals.without_key == 1 ? " and is" : " and are");
        text.append(" paired by resource, id and name");
    }
    if (totals.repeated > 0) {
        if (!text.empty()) text.append("; ");
        base::append_count_of(text, totals.repeated, "event");
        text.append(totals.repeated == 1 ? " repeats the " : " repeat the ").append(totals.by);
        text.append(" of an earlier one");
    }
    return text;
}

void begin_difference(std::string& out, const CapturesPage& page) {
    if (!page.is_first()) return;
    const auto& [names, presentation_of, totals] = page;
    const Presentation& presentation = *presentation_of;
    const std::string_view arrow = term::symbols(presentation).arrow;
    std::string title(names.before);
    title.append(" ").append(arrow).append(" ").append(names.after);
    std::string events;
    base::append_count(events, totals.events.before);
    events.append(" ").append(arrow).append(" ");
    base::append_count_of(events, totals.events.after, "event");
    append_title_bar(out, title, events, presentation);
    out.push_back('\n');
}

}  // namespace

void append_lone_event(std::string& out, const CapturesPage& page, ops::ChangeKind kind,
                       const event::Event& event, const EventSource& /*source*/) {
    begin_difference(out, page);
    append_line(out, kind, event, {}, *page.presentation);
}

void append_changed_event(std::string& out, const CapturesPage& page, const ops::Difference& difference,
                          const ops::Both<EventSource>& /*sources*/) {
    begin_difference(out, page);
    const Presentation& presentation = *page.presentation;
    std::string counts;
    append_change_counts(counts, difference.counts());
    append_line(out, ops::ChangeKind::changed, *difference.event.after, counts, presentation);
    append_changes(out, difference, changes_indent, presentation);
}

void append_captures_total(std::string& out, const CapturesPage& page) {
    const CaptureTotals& totals = page.totals;
    const Presentation& presentation = *page.presentation;
    std::string uncarried;
    if (totals.uncarried.any())
        totals.uncarried.append_to(uncarried.append("form encoding could not carry "));
    const std::string key = key_remark(totals);
    if (totals.different() == 0) {
        std::string text = "the same ";
        base::append_count_of(text, totals.same, "event");
        if (!uncarried.empty()) text.append("; ").append(uncarried);
        if (!key.empty()) text.append("; ").append(key);
        return append_remark(out, {term::Role::good, term::symbols(presentation).good}, text, presentation);
    }
    out.push_back('\n');
    base::append_count_of(out, totals.different(), "difference");
    append_change_counts(out.append(": "), totals.changes);
    if (totals.same > 0) {
        out.append("; ");
        base::append_count(out, totals.same);
        out.append(" the same");
    }
    out.push_back('\n');
    if (!uncarried.empty())
        append_remark(out, {term::Role::note, term::symbols(presentation).note}, uncarried, presentation);
    const bool none_in_both = totals.same == 0 && totals.changes[ops::ChangeKind::changed] == 0 &&
                              totals.events.before > 0 && totals.events.after > 0;
    if (none_in_both) {
        append_remark(
            out, {term::Role::note, term::symbols(presentation).note},
            "no event is in both captures: events are paired by resource, id and name, with --by by other "
            "paths",
            presentation);
    }
    if (!key.empty())
        append_remark(out, {term::Role::note, term::symbols(presentation).note}, key, presentation);
}

}  // namespace hookspect::report
