#include "report/finding/gitlab.h"

#include "base/json_writer.h"
#include "finding/fingerprint.h"
#include "report/finding/message.h"

#include <string_view>

namespace hookspect::report {
namespace {

std::string_view severity_of(const finding::Finding& finding) {
    switch (finding.severity) {
        case schema::Severity::error: return "major";
        case schema::Severity::warning: return "minor";
        default: return "info";
    }
}

/// Relative to the repository, without `./`.
std::string_view path_of(std::string_view source) {
    while (source.starts_with("./")) source.remove_prefix(2);
    return source;
}

}  // namespace

void begin_findings_gitlab(std::string& out) {
    base::JsonWriter(out).begin_array();
}

void append_findings_gitlab(std::string& out, const event::Body& body,
                            std::span<const finding::Finding> findings,
                            const Presentation& /*presentation*/) {
    for (const finding::Finding& finding : findings) {
        out.append(&finding == findings.data() ? "\n" : ",\n");
        base::JsonWriter json(out);
        json.begin_object()
            .member("description", whole_message(finding))
            .member("check_name", schema::rule_info(finding.rule).name)
            .member("fingerprint", finding::fingerprint_of(body, finding))
            .member("severity", severity_of(finding));
        json.key("location").begin_object().member("path", path_of(body.source));
        json.key("lines").begin_object().member("begin", finding.place.line).end_object();
        json.end_object().end_object();
    }
}

void end_findings_gitlab(std::string& out, const Totals& totals) {
    base::JsonWriter(out).end_lines(totals.listed > 0);
    out.push_back('\n');
}

}  // namespace hookspect::report
