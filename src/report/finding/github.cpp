#include "report/finding/github.h"

#include "term/safe_text.h"

#include <fmt/format.h>

#include <iterator>

namespace hookspect::report {
namespace {

/// Of a command's two kinds of text, properties end at a colon or a comma as well.
enum class Part : std::uint8_t { property, message };

void append_escaped(std::string& out, std::string_view text, Part part) {
    std::string safe;
    term::append_safe(safe, text);  // leaves no CR and no LF
    for (const char c : safe) {
        if (c == '%') {
            out.append("%25");
        } else if (part == Part::property && c == ':') {
            out.append("%3A");
        } else if (part == Part::property && c == ',') {
            out.append("%2C");
        } else {
            out.push_back(c);
        }
    }
}

std::string_view command_of(schema::Severity severity) {
    return severity == schema::Severity::note ? "notice" : schema::severity_name(severity);
}

void append_line(std::string& out, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    out.append("%0A").append(label);
    append_escaped(out, text, Part::message);
}

void append_command(std::string& out, const event::Body& body, const finding::Finding& finding) {
    out.append("::").append(command_of(finding.severity)).append(" ");
    if (body.source != "-") {
        out.append("file=");
        append_escaped(out, body.source, Part::property);
        fmt::format_to(std::back_inserter(out), ",line={},col={},", finding.place.line, finding.place.column);
    }
    out.append("title=").append(schema::rule_info(finding.rule).name).append("::");
    append_escaped(out, finding.message, Part::message);
    append_line(out, "expected ", finding.expected);
    append_line(out, "help: ", finding.hint);
    out.append("\n");
}

}  // namespace

void append_findings_github(std::string& out, const event::Body& body,
                            std::span<const finding::Finding> findings,
                            const Presentation& /*presentation*/) {
    for (const finding::Finding& finding : findings) append_command(out, body, finding);
}

}  // namespace hookspect::report
