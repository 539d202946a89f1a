#include "report/finding/junit.h"

#include "base/count.h"
#include "event/title.h"
#include "report/finding/message.h"
#include "report/finding/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hookspect::report {
namespace {

bool is_error(const finding::Finding& finding) {
    return finding.severity == schema::Severity::error;
}

/// A line of its own for a finding, and one for its help.
void append_lines(std::string& out, const finding::Finding& finding) {
    fmt::format_to(std::back_inserter(out), "{}:{}: {}: ", finding.place.line, finding.place.column,
                   schema::severity_name(finding.severity));
    append_xml(out, whole_message(finding));
    out.append(" [").append(schema::rule_info(finding.rule).name).append("]\n");
    if (finding.hint.empty()) return;
    out.append("    help: ");
    append_xml(out, finding.hint);
    out.append("\n");
}

void append_failure(std::string& out, std::span<const finding::Finding> findings) {
    const auto errors = static_cast<std::uint64_t>(std::count_if(findings.begin(), findings.end(), is_error));
    if (errors == 0) return;
    const finding::Finding& first = *std::find_if(findings.begin(), findings.end(), is_error);
    out.append("<failure type=\"").append(schema::rule_info(first.rule).name).append("\" message=\"");
    append_xml(out, first.message);
    if (errors > 1) {
        out.append(", and ");
        base::append_count_of(out, errors - 1, "other error");
    }
    out.append("\">");
    for (const finding::Finding& finding : findings) {
        if (is_error(finding)) append_lines(out, finding);
    }
    out.append("</failure>\n");
}

void append_system_out(std::string& out, std::span<const finding::Finding> findings) {
    if (std::all_of(findings.begin(), findings.end(), is_error)) return;
    out.append("<system-out>");
    for (const finding::Finding& finding : findings) {
        if (!is_error(finding)) append_lines(out, finding);
    }
    out.append("</system-out>\n");
}

}  // namespace

void begin_findings_junit(std::string& out) {
    out.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites>\n"
        "<testsuite name=\"hookspect validate\">\n");
}

void append_findings_junit(std::string& out, const event::Body& body,
                           std::span<const finding::Finding> findings, const Presentation& /*presentation*/) {
    out.append("<testcase classname=\"");
    append_xml(out, body.source);
    fmt::format_to(std::back_inserter(out), "\" name=\"event {}: ", body.number);
    append_xml(out, body.event != nullptr ? event::title_of(*body.event) : "cannot be read");
    out.append("\" file=\"");
    append_xml(out, body.source);
    fmt::format_to(std::back_inserter(out), "\" line=\"{}\"", body.start.line);
    if (findings.empty()) {
        out.append("/>\n");
        return;
    }
    out.append(">\n");
    append_failure(out, findings);
    append_system_out(out, findings);
    out.append("</testcase>\n");
}

void end_findings_junit(std::string& out, const Totals& /*totals*/) {
    out.append("</testsuite>\n</testsuites>\n");
}

}  // namespace hookspect::report
