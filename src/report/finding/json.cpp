#include "report/finding/json.h"

#include "base/json_text.h"

#include <cstdint>

namespace hookspect::report {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view value) {
    out.append(",\"").append(name).append("\":");
    base::append_json_string(out, value);
}

void append_member(std::string& out, std::string_view name, std::uint64_t value) {
    out.append(",\"").append(name).append("\":").append(std::to_string(value));
}

void append_null(std::string& out, std::string_view name) {
    out.append(",\"").append(name).append("\":null");
}

/// What whole_message gives, piece by piece.
void append_message(std::string& out, const finding::Finding& finding) {
    out.append(",\"message\":\"");
    base::append_json_characters(out, finding.message);
    if (!finding.expected.empty()) {
        out.append("; expected ");
        base::append_json_characters(out, finding.expected);
    }
    out.append("\"");
}

}  // namespace

void append_finding_json(std::string& out, const event::Body& body, const finding::Finding& finding) {
    out.append("{\"source\":");
    base::append_json_string(out, body.source);
    append_member(out, "event", finding.event);
    append_member(out, "line", finding.place.line);
    append_member(out, "column", finding.place.column);
    append_member(out, "offset", finding.place.offset);
    append_member(out, "pointer", finding.pointer);
    if (finding.key) {
        append_member(out, "key", *finding.key);
    } else {
        append_null(out, "key");
    }
    append_member(out, "severity", schema::severity_name(finding.severity));
    append_member(out, "rule", schema::rule_info(finding.rule).name);
    append_message(out, finding);
    if (finding.hint.empty()) {
        append_null(out, "hint");
    } else {
        append_member(out, "hint", finding.hint);
    }
    out.append("}");
}

void append_findings_ndjson(std::string& out, const event::Body& body,
                            std::span<const finding::Finding> findings,
                            const Presentation& /*presentation*/) {
    for (const finding::Finding& finding : findings) {
        append_finding_json(out, body, finding);
        out.append("\n");
    }
}

void append_totals_json(std::string& out, const Totals& totals) {
    out.append("{\"events\":").append(std::to_string(totals.events));
    append_member(out, "valid", totals.events - totals.invalid);
    append_member(out, "invalid", totals.invalid);
    append_member(out, "errors", totals.errors);
    append_member(out, "warnings", totals.warnings);
    append_member(out, "notes", totals.notes);
    if (totals.unlisted > 0) append_member(out, "unlisted", totals.unlisted);
    out.append("}");
}

void begin_findings_json(std::string& out) {
    out.append("{\"version\":1,\"findings\":[");
}

void append_findings_json(std::string& out, const event::Body& body,
                          std::span<const finding::Finding> findings, const Presentation& /*presentation*/) {
    for (const finding::Finding& finding : findings) {
        out.append(&finding == findings.data() ? "\n" : ",\n");
        append_finding_json(out, body, finding);
    }
}

void end_findings_json(std::string& out, const Totals& totals) {
    if (totals.listed > 0) out.append("\n");
    out.append("],\"summary\":");
    append_totals_json(out, totals);
    out.append("}\n");
}

}  // namespace hookspect::report
