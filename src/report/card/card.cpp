#include "report/card/card.h"

#include "base/count.h"
#include "base/utf8.h"
#include "event/title.h"
#include "report/card/generic.h"
#include "report/card/resource.h"
#include "report/finding/text.h"
#include "report/layout/title_bar.h"
#include "term/safe_text.h"
#include "term/width.h"

#include <algorithm>

namespace hookspect::report {
namespace {

std::string place_of(const event::Body& body) {
    std::string place(body.source);
    place.append(":").append(std::to_string(body.start.line));
    if (body.shares_line) place.append(" #").append(std::to_string(body.number));
    return place;
}

bool is_listed(const finding::Finding& finding, const Presentation& presentation) {
    return finding.severity != schema::Severity::ignored &&
           (finding.severity != schema::Severity::note || presentation.notes);
}

/// What would be right, where it fits behind the message, which has taken the columns up to `used`.
void append_advice(std::string& out, const finding::Finding& finding, int used,
                   const Presentation& presentation) {
    const std::string expected = finding.expected.empty() ? "" : "expected " + finding.expected;
    for (const std::string& advice : {finding.hint, expected}) {
        const std::string safe = term::safe_text(advice, presentation.unicode);
        if (safe.empty() || used + 2 + term::display_width(safe) > presentation.width) continue;
        out.append("  ");
        return term::append_styled(out, term::Role::dim, safe, presentation);
    }
}

/// A finding and what would be right: on one line, with `full` on as many as they need.
void append_finding_line(std::string& out, const finding::Finding& finding, int rule_columns,
                         const Presentation& presentation) {
    const int begin = 2 + 2 + rule_columns + 2;
    out.append("  ");
    term::append_styled(out, role_of(finding.severity), symbol_of(finding.severity, presentation),
                        presentation);
    out.append(" ");
    term::append_padded(out, schema::rule_info(finding.rule).name, rule_columns + 2);
    if (presentation.full) {
        std::string all = finding.message;
        if (!finding.expected.empty()) all.append("; expected ").append(finding.expected);
        if (!finding.hint.empty()) all.append("; ").append(finding.hint);
        return append_hanging(out, all, begin, presentation);
    }
    const std::string message = term::safe_text(finding.message, presentation.unicode);
    const int room = presentation.width - begin;
    term::append_clipped(out, message, std::max(room, 8), term::symbols(presentation).clipped);
    append_advice(out, finding, begin + term::display_width(message), presentation);
    out.append("\n");
}

void append_findings(std::string& out, std::span<const finding::Finding> findings,
                     const Presentation& presentation) {
    int rule_columns = 0;
    std::uint64_t notes = 0;
    bool well = true;
    for (const finding::Finding& finding : findings) {
        if (finding.severity == schema::Severity::note && !presentation.notes) notes += finding.count;
        if (finding.severity >= schema::Severity::warning) well = false;
        if (!is_listed(finding, presentation)) continue;
        rule_columns = std::max(rule_columns, static_cast<int>(schema::rule_info(finding.rule).name.size()));
    }
    std::string hidden;
    if (notes != 0) base::append_count_of(hidden, notes, "note");
    if (notes != 0) hidden.append(" (--notes)");
    if (well) {
        out.append("  ");
        term::append_styled(out, term::Role::good, term::symbols(presentation).good, presentation);
        out.append(" valid").append(hidden.empty() ? "" : ", ").append(hidden).append("\n");
    }
    for (const finding::Finding& finding : findings) {
        if (is_listed(finding, presentation)) append_finding_line(out, finding, rule_columns, presentation);
    }
    if (well || hidden.empty()) return;
    out.append("  ");
    term::append_styled(out, term::Role::note, term::symbols(presentation).note, presentation);
    out.append(" ").append(hidden).append("\n");
}

/// Where the errors are, as offsets in the event's body. A body in layers has its places elsewhere: no marks
/// there.
void read_faults(Card& card, const event::Body& body, std::span<const finding::Finding> findings) {
    if (!card.event.layers.empty()) return;
    for (const finding::Finding& finding : findings) {
        if (finding.severity != schema::Severity::error || finding.place.offset < body.start.offset) continue;
        if (finding.rule == schema::Rule::required) continue;  // what is missing has no row
        card.faults.push_back(finding.place.offset - body.start.offset);
    }
    std::sort(card.faults.begin(), card.faults.end());
}

void append_event_card(std::string& out, const event::Body& body, std::span<const finding::Finding> findings,
                       const Presentation& presentation) {
    Card card(*body.event, presentation);
    read_faults(card, body, findings);
    append_title_bar(out, event::title_of(card.event), place_of(body), presentation, body.source);
    out.append("\n");
    if (event::has_head(card.event)) {
        show_event(card);
    } else if (card.event[0].kind == event::Kind::object) {
        show_members(card, 0, schema::ObjectType::event, 2);
    } else {
        show_generic(card, {0, schema::ObjectType::none, 2}, "body");
    }
    card.rows.append_to(out);
    if (!card.rows.empty()) out.append("\n");
    append_findings(out, findings, presentation);
}

/// A finding for a fault that nobody has made one of.
finding::Finding finding_of(const event::Body& body) {
    const event::Fault fault = body.fault.value_or(event::Fault{});
    finding::Finding finding{.rule = fault.rule,
                             .severity = schema::Severity::error,
                             .event = body.number,
                             .pointer = fault.pointer,
                             .message = fault.message,
                             .expected = fault.expected,
                             .hint = fault.hint};
    finding.place = base::advance(body.start, body.bytes.substr(0, fault.offset));
    return finding;
}

void append_broken_card(std::string& out, const event::Body& body, std::span<const finding::Finding> findings,
                        const Presentation& presentation) {
    append_title_bar(out, "event " + std::to_string(body.number) + " cannot be read", place_of(body),
                     presentation, body.source);
    std::vector<finding::Finding> told(findings.begin(), findings.end());
    if (told.empty()) told.push_back(finding_of(body));
    for (finding::Finding& finding : told) {
        finding.message.append(" at ").append(std::to_string(finding.place.line));
        finding.message.append(":").append(std::to_string(finding.place.column));
        out.append("\n");
        finding::Finding line = finding;  // the rest is told below
        line.expected.clear();
        line.hint.clear();
        append_finding_line(out, line, static_cast<int>(schema::rule_info(finding.rule).name.size()),
                            presentation);
        out.append("\n");
        append_finding_detail(out, body, finding, presentation);
    }
}

}  // namespace

void append_card(std::string& out, const event::Body& body, std::span<const finding::Finding> findings,
                 const Presentation& presentation) {
    if (body.event == nullptr) {
        append_broken_card(out, body, findings, presentation);
    } else {
        append_event_card(out, body, findings, presentation);
    }
}

}  // namespace hookspect::report
