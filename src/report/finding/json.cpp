#include "report/finding/json.h"

#include "base/json_writer.h"
#include "finding/fingerprint.h"

#include <string_view>

namespace hookspect::report {

void append_finding_json(std::string& out, const event::Body& body, const finding::Finding& finding) {
    base::JsonWriter json(out);
    json.begin_object()
        .member("source", body.source)
        .member("event", finding.event)
        .member("line", finding.place.line)
        .member("column", finding.place.column)
        .member("offset", finding.place.offset)
        .member("pointer", finding.pointer)
        .key("key");
    finding.key ? json.value(*finding.key) : json.null();
    json.member("severity", schema::severity_name(finding.severity))
        .member("rule", schema::rule_info(finding.rule).name);
    const std::string_view between = finding.expected.empty() ? "" : "; expected ";
    json.member("message", {finding.message, between, finding.expected})
        .key("hint")
        .value_or_null(finding.hint)
        .member("fingerprint", finding::fingerprint_of(body, finding))
        .end_object();
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
    base::JsonWriter json(out);
    json.begin_object()
        .member("events", totals.events)
        .member("valid", totals.events - totals.invalid)
        .member("invalid", totals.invalid)
        .member("errors", totals.errors)
        .member("warnings", totals.warnings)
        .member("notes", totals.notes);
    if (totals.unlisted > 0) json.member("unlisted", totals.unlisted);
    json.end_object();
}

void begin_findings_json(std::string& out) {
    base::JsonWriter(out).begin_object().member("version", 1U).key("findings").begin_array();
}

void append_findings_json(std::string& out, const event::Body& body,
                          std::span<const finding::Finding> findings, const Presentation& /*presentation*/) {
    for (const finding::Finding& finding : findings) {
        out.append(&finding == findings.data() ? "\n" : ",\n");
        append_finding_json(out, body, finding);
    }
}

void end_findings_json(std::string& out, const Totals& totals) {
    base::JsonWriter json(out);
    append_totals_json(json.end_lines(totals.listed > 0).key("summary").raw(), totals);
    json.end_object();
    out.push_back('\n');
}

}  // namespace hookspect::report
