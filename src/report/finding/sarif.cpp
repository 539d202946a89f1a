#include "report/finding/sarif.h"

#include "base/json_writer.h"
#include "base/percent.h"
#include "finding/fingerprint.h"
#include "report/finding/json.h"
#include "report/finding/message.h"
#include "report/finding/text.h"
#include "version.h"

namespace hookspect::report {
namespace {

void add_text(base::JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name).begin_object().member("text", text).end_object();
}

void add_rule(base::JsonWriter& json, const schema::RuleInfo& rule) {
    json.line().begin_object().member("id", rule.name);
    add_text(json, "shortDescription", rule.summary);
    add_text(json, "fullDescription", rule.text);
    json.key("help")
        .begin_object()
        .member("text", rule.text)
        .member("markdown", rule.text)  // its only markup is that of code
        .end_object()
        .key("defaultConfiguration")
        .begin_object()
        .member("level", schema::severity_name(rule.severity))
        .end_object()
        .end_object();
}

/// A message may hold links, `[text](target)`. A payload must not make one: its brackets are escaped then
/// (section 3.11.6).
std::string without_links(std::string text) {
    if (text.find("](") == std::string::npos) return text;
    std::string escaped;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == '\\') escaped.push_back('\\');
        escaped.push_back(c);
    }
    return escaped;
}

/// Whether `{0}` stands in it, with any number.
bool has_placeholder(std::string_view text) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::size_t end = text.find_first_not_of("0123456789", at + 1);
        if (end != std::string_view::npos && end > at + 1 && text[end] == '}') return true;
    }
    return false;
}

/// A message may hold placeholders for arguments. A payload must not make one: braces are doubled then
/// (section 3.11.5). Elsewhere they stay, as viewers show them as they are.
std::string without_placeholders(std::string text) {
    if (!has_placeholder(text)) return text;
    std::string doubled;
    for (const char c : text) {
        if (c == '{' || c == '}') doubled.push_back(c);
        doubled.push_back(c);
    }
    return doubled;
}

std::string message_of(const finding::Finding& finding) {
    std::string message = whole_message(finding);
    if (!finding.hint.empty()) message.append("; ").append(finding.hint);
    return without_placeholders(without_links(std::move(message)));
}

/// A relative path stays relative, to whatever the reader takes as root.
std::string uri_of(std::string_view path) {
    std::string uri;
    while (path.starts_with("./")) path.remove_prefix(2);
    if (path.starts_with('/')) uri = "file://";
    base::append_uri_path(uri, path);
    return uri;
}

void add_region(base::JsonWriter& json, const event::Body& body, const finding::Finding& finding) {
    const Stretch stretch = stretch_in(body, finding);
    const std::string_view meant = body.bytes.substr(stretch.offset, stretch.size);
    const base::Place end = base::advance(finding.place, meant);
    json.key("region")
        .begin_object()
        .member("startLine", finding.place.line)
        .member("startColumn", finding.place.column)
        .member("endLine", end.line)
        .member("endColumn", end.column)
        .member("byteOffset", finding.place.offset)
        .member("byteLength", meant.size())
        .end_object();
}

void add_location(base::JsonWriter& json, const event::Body& body, const finding::Finding& finding) {
    json.key("locations").begin_array().begin_object();
    json.key("physicalLocation").begin_object();
    json.key("artifactLocation").begin_object().member("uri", uri_of(body.source)).end_object();
    add_region(json, body, finding);
    json.end_object();
    if (!finding.pointer.empty()) {
        json.key("logicalLocations")
            .begin_array()
            .begin_object()
            .member("fullyQualifiedName", finding.pointer)
            .end_object()
            .end_array();
    }
    json.end_object().end_array();
}

void add_result(base::JsonWriter& json, const event::Body& body, const finding::Finding& finding) {
    json.line()
        .begin_object()
        .member("ruleId", schema::rule_info(finding.rule).name)
        .member("ruleIndex", static_cast<unsigned>(finding.rule))
        .member("level", schema::severity_name(finding.severity));
    add_text(json, "message", message_of(finding));
    add_location(json, body, finding);
    json.key("partialFingerprints")
        .begin_object()
        .member("hookspect/v1", finding::fingerprint_of(body, finding))
        .end_object()
        .key("properties")
        .begin_object()
        .member("event", finding.event);
    if (finding.key) json.member("key", *finding.key);
    json.end_object().end_object();
}

}  // namespace

void begin_findings_sarif(std::string& out) {
    base::JsonWriter json(out);
    json.begin_object()
        .member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .member("version", "2.1.0")
        .key("runs")
        .begin_array()
        .begin_object();
    json.key("tool").begin_object().key("driver").begin_object();
    json.member("name", "hookspect").member("version", version).key("rules").begin_array();
    for (const schema::RuleInfo& rule : schema::rules()) add_rule(json, rule);
    json.end_array().end_object().end_object();
    json.member("columnKind", "unicodeCodePoints").key("results").begin_array();
}

void append_findings_sarif(std::string& out, const event::Body& body,
                           std::span<const finding::Finding> findings, const Presentation& /*presentation*/) {
    base::JsonWriter json(out);
    for (const finding::Finding& finding : findings) add_result(json, body, finding);
}

void end_findings_sarif(std::string& out, const Totals& totals) {
    base::JsonWriter json(out);
    append_totals_json(json.end_lines(totals.listed > 0).key("properties").raw(), totals);
    json.end_object().end_array().end_object();
    out.push_back('\n');
}

}  // namespace hookspect::report
