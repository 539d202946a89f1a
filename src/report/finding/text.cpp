#include "report/finding/text.h"

#include "base/byte_block.h"
#include "base/count.h"
#include "base/percent.h"
#include "report/finding/source_window.h"
#include "term/safe_text.h"
#include "term/width.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hookspect::report {
namespace {

constexpr int label_indent = 4;
constexpr int label_columns = 10;
constexpr int detail_indent = label_indent + label_columns;

void append_number(std::string& out, std::uint64_t number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_label(std::string& out, std::string_view label, const Presentation& presentation) {
    out.append(label_indent, ' ');
    term::append_styled(out, term::Role::label, label, presentation);
    out.append(label_columns - label.size(), ' ');
}

void append_detail(std::string& out, std::string_view label, std::string_view text,
                   const Presentation& presentation) {
    if (text.empty()) return;
    append_label(out, label, presentation);
    append_hanging(out, text, detail_indent, presentation);
}

bool is_percent_encoded(const event::Body& body) {
    if (body.encoding == event::Encoding::form) return true;
    return body.event != nullptr && !body.event->layers.empty() &&
           body.event->layers[0].kind == event::Layer::Kind::percent;
}

/// The form field around the finding, decoded, where that differs from how it is written. Of a field of any
/// length only what is near is looked at.
void append_decoded(std::string& out, const event::Body& body, Stretch stretch,
                    const Presentation& presentation) {
    constexpr std::size_t near = 4096;
    const std::size_t at = std::min(stretch.offset, body.bytes.size());
    const std::size_t first = at - std::min(at, near);
    const std::string_view ahead = body.bytes.substr(first, at - first);
    const std::size_t ampersand = base::find_last(ahead, '&');
    std::size_t begin = ampersand == std::string_view::npos ? first : first + ampersand + 1;
    if (begin == first && first > 0) begin = first + std::min(ahead.find_first_of("%+"), ahead.size());
    const std::string_view behind = body.bytes.substr(at, near);
    const std::string_view rest = behind.substr(0, behind.find('&'));
    std::string decoded;
    base::append_percent_decoded(decoded, body.bytes.substr(begin, at - begin));
    const std::size_t decoded_at = decoded.size();
    base::append_percent_decoded(decoded, rest);
    if (decoded == body.bytes.substr(begin, at + rest.size() - begin)) return;
    append_label(out, "decoded", presentation);
    append_excerpt(out, decoded, {decoded_at, 0}, presentation.width - detail_indent, presentation);
    out.append("\n");
}

void append_kind_count(std::string& out, std::string_view separator, std::uint64_t count,
                       std::string_view noun) {
    if (count == 0) return;
    out.append(separator);
    base::append_count_of(out, count, noun);
}

void append_notes(std::string& out, std::string_view separator, const Totals& totals,
                  const Presentation& presentation) {
    append_kind_count(out, separator, totals.notes, "note");
    if (totals.notes != 0 && !presentation.notes) out.append(" (--notes)");
}

void append_valid_total(std::string& out, const Totals& totals, const Presentation& presentation) {
    const schema::Severity severity =
        totals.warnings == 0 ? schema::Severity::ignored : schema::Severity::warning;
    term::append_styled(out, role_of(severity), symbol_of(severity, presentation), presentation);
    out.append(" ");
    base::append_count_of(out, totals.events, "event");
    out.append(" valid");
    append_kind_count(out, ", ", totals.warnings, "warning");
    append_notes(out, ", ", totals, presentation);
}

void append_invalid_total(std::string& out, const Totals& totals, const Presentation& presentation) {
    term::append_styled(out, term::Role::error, term::symbols(presentation).bad, presentation);
    out.append(" ");
    base::append_count(out, totals.invalid);
    out.append(" of ");
    base::append_count_of(out, totals.events, "event");
    out.append(totals.invalid == 1 ? " is invalid" : " are invalid");
    append_kind_count(out, ": ", totals.errors, "error");
    append_kind_count(out, ", ", totals.warnings, "warning");
    append_notes(out, ", ", totals, presentation);
}

}  // namespace

Stretch stretch_in(const event::Body& body, const finding::Finding& finding) noexcept {
    const std::uint64_t offset = finding.place.offset - std::min(body.start.offset, finding.place.offset);
    return {static_cast<std::size_t>(std::min<std::uint64_t>(offset, body.bytes.size())),
            static_cast<std::size_t>(std::min<std::uint64_t>(finding.length, body.bytes.size()))};
}

term::Role role_of(schema::Severity severity) noexcept {
    switch (severity) {
        case schema::Severity::error: return term::Role::error;
        case schema::Severity::warning: return term::Role::warning;
        case schema::Severity::note: return term::Role::note;
        case schema::Severity::ignored: break;
    }
    return term::Role::good;
}

std::string_view symbol_of(schema::Severity severity, const Presentation& presentation) noexcept {
    const term::Symbols& all = term::symbols(presentation);
    switch (severity) {
        case schema::Severity::error: return all.bad;
        case schema::Severity::warning: return all.warning;
        case schema::Severity::note: return all.note;
        case schema::Severity::ignored: break;
    }
    return all.good;
}

void append_hanging(std::string& out, std::string_view text, int indent, const Presentation& presentation) {
    const int room = std::max(presentation.width - indent, 10);
    if (text.size() <= static_cast<std::size_t>(room) && term::printable_size(text) == text.size()) {
        out.append(text).append("\n");  // as it mostly is
        return;
    }
    std::string words;
    term::append_safe(words, text, presentation.unicode);
    std::string_view rest = words;
    for (;;) {
        const term::Fit fit = term::fit_front(rest, room);
        if (fit.bytes == rest.size()) break;
        const std::size_t blank = rest.rfind(' ', fit.bytes);
        const bool breaks = blank != std::string_view::npos && blank != 0;
        out.append(rest.substr(0, breaks ? blank : fit.bytes)).append("\n");
        out.append(static_cast<std::size_t>(indent), ' ');
        rest.remove_prefix(breaks ? blank + 1 : std::max<std::size_t>(fit.bytes, 1));
    }
    out.append(rest).append("\n");
}

void append_finding_headline(std::string& out, const event::Body& body, const finding::Finding& finding,
                             const Presentation& presentation) {
    const std::string url = term::link_to_file(body.source, presentation);
    if (!url.empty()) term::append_link_begin(out, url);
    term::append_style_begin(out, term::Role::place, presentation);
    term::append_safe(out, body.source, presentation.unicode);
    append_number(out.append(":"), finding.place.line);
    append_number(out.append(":"), finding.place.column);
    out.append(":");
    term::append_style_end(out, term::Role::place, presentation);
    if (!url.empty()) term::append_link_end(out);
    out.append(" ");
    const term::Role role = role_of(finding.severity);
    term::append_style_begin(out, role, presentation);
    out.append(schema::severity_name(finding.severity)).append(":");
    term::append_style_end(out, role, presentation);
    out.append(" ");
    term::append_safe(out, finding.message, presentation.unicode);
    out.append(" ");
    term::append_style_begin(out, term::Role::dim, presentation);
    out.append("[").append(schema::rule_info(finding.rule).name).append("]");
    term::append_style_end(out, term::Role::dim, presentation);
}

void append_finding(std::string& out, const event::Body& body, const finding::Finding& finding,
                    const Presentation& presentation) {
    append_finding_headline(out, body, finding, presentation);
    out.append("\n");
    append_finding_detail(out, body, finding, presentation);
    out.append("\n");
}

void append_findings_text(std::string& out, const event::Body& body,
                          std::span<const finding::Finding> findings, const Presentation& presentation) {
    for (const finding::Finding& finding : findings) append_finding(out, body, finding, presentation);
}

void append_finding_detail(std::string& out, const event::Body& body, const finding::Finding& finding,
                           const Presentation& presentation) {
    const Stretch stretch = stretch_in(body, finding);
    append_source_window(out, body.bytes, stretch, role_of(finding.severity), presentation);
    if (is_percent_encoded(body)) append_decoded(out, body, stretch, presentation);
    append_detail(out, "expected", finding.expected, presentation);
    append_detail(out, "help", finding.hint, presentation);
}

void append_total(std::string& out, const Totals& totals, const Presentation& presentation) {
    if (totals.events == 0) {
        term::append_styled(out, term::Role::warning, term::symbols(presentation).warning, presentation);
        out.append(" no events");
    } else if (totals.invalid == 0) {
        append_valid_total(out, totals, presentation);
    } else {
        append_invalid_total(out, totals, presentation);
    }
    out.append("\n");
}

}  // namespace hookspect::report
