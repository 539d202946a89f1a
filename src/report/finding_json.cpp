#include "report/finding_json.h"

#include "base/json_text.h"

#include <cstdint>

namespace hookspect {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view value) {
    out.append(",\"").append(name).append("\":");
    append_json_string(out, value);
}

void append_member(std::string& out, std::string_view name, std::uint64_t value) {
    out.append(",\"").append(name).append("\":").append(std::to_string(value));
}

void append_null(std::string& out, std::string_view name) {
    out.append(",\"").append(name).append("\":null");
}

std::string whole_message(const Finding& finding) {
    if (finding.expected.empty()) return finding.message;
    return finding.message + "; expected " + finding.expected;
}

}  // namespace

void append_finding_json(std::string& out, const Body& body, const Finding& finding) {
    out.append("{\"source\":");
    append_json_string(out, body.source);
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
    append_member(out, "severity", severity_name(finding.severity));
    append_member(out, "rule", rule_info(finding.rule).name);
    append_member(out, "message", whole_message(finding));
    if (finding.hint.empty()) {
        append_null(out, "hint");
    } else {
        append_member(out, "hint", finding.hint);
    }
    out.append("}");
}

void FindingsDocument::begin(std::string& out) const {
    out.append("{\"version\":1,\"findings\":[");
}

void FindingsDocument::add(std::string& out, const Body& body, std::span<const Finding> findings) {
    for (const Finding& finding : findings) {
        out.append(first_ ? "\n" : ",\n");
        first_ = false;
        append_finding_json(out, body, finding);
    }
}

void FindingsDocument::end(std::string& out, const Totals& totals) const {
    if (!first_) out.append("\n");
    out.append("],\"summary\":{\"events\":").append(std::to_string(totals.events));
    append_member(out, "valid", totals.events - totals.invalid);
    append_member(out, "invalid", totals.invalid);
    append_member(out, "errors", totals.errors);
    append_member(out, "warnings", totals.warnings);
    append_member(out, "notes", totals.notes);
    out.append("}}\n");
}

}  // namespace hookspect
