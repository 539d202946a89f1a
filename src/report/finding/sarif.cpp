#include "report/finding/sarif.h"

#include "base/json_text.h"
#include "base/percent.h"
#include "ops/latest.h"
#include "report/card/event_title.h"
#include "report/finding/json.h"
#include "report/finding/message.h"
#include "report/finding/text.h"
#include "version.h"

#include <fmt/format.h>

#include <iterator>

namespace hookspect::report {
namespace {

void append_text_member(std::string& out, std::string_view name, std::string_view text) {
    fmt::format_to(std::back_inserter(out), ",\"{}\":{{\"text\":", name);
    base::append_json_string(out, text);
    out.append("}");
}

void append_rule(std::string& out, const schema::RuleInfo& rule) {
    fmt::format_to(std::back_inserter(out), "\n{{\"id\":\"{}\"", rule.name);
    append_text_member(out, "shortDescription", rule.summary);
    append_text_member(out, "fullDescription", rule.text);
    out.append(",\"help\":{\"text\":");
    base::append_json_string(out, rule.text);
    out.append(",\"markdown\":");
    base::append_json_string(out, rule.text);  // its only markup is that of code
    fmt::format_to(std::back_inserter(out), "}},\"defaultConfiguration\":{{\"level\":\"{}\"}}}}",
                   schema::severity_name(rule.severity));
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

void append_hashed(std::uint64_t& hash, std::string_view text) {
    constexpr std::uint64_t prime = 0x100000001b3;  // FNV-1a, 64 bits
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    hash *= prime;  // a zero byte ends each part
}

std::uint64_t fingerprint_of(const event::Body& body, const finding::Finding& finding) {
    std::uint64_t hash = 0xcbf29ce484222325;
    append_hashed(hash, schema::rule_info(finding.rule).name);
    append_hashed(hash, finding.pointer);
    append_hashed(hash, finding.message);
    if (body.event == nullptr) return hash;
    append_hashed(hash, event_title(*body.event));
    append_hashed(hash, ops::identity_of(*body.event));
    return hash;
}

/// A relative path stays relative, to whatever the reader takes as root.
void append_uri(std::string& out, std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    if (path.starts_with('/')) out.append("file://");
    base::append_uri_path(out, path);
}

void append_location(std::string& out, const event::Body& body, const finding::Finding& finding) {
    const Stretch stretch = stretch_in(body, finding);
    const std::string_view meant = body.bytes.substr(stretch.offset, stretch.size);
    const base::Place end = base::advance(finding.place, meant);
    out.append("\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"");
    append_uri(out, body.source);
    fmt::format_to(std::back_inserter(out),
                   "\"}},\"region\":{{\"startLine\":{},\"startColumn\":{},\"endLine\":{},\"endColumn\":{},"
                   "\"byteOffset\":{},\"byteLength\":{}}}}}",
                   finding.place.line, finding.place.column, end.line, end.column, finding.place.offset,
                   meant.size());
    if (!finding.pointer.empty()) {
        out.append(",\"logicalLocations\":[{\"fullyQualifiedName\":");
        base::append_json_string(out, finding.pointer);
        out.append("}]");
    }
    out.append("}]");
}

void append_result(std::string& out, const event::Body& body, const finding::Finding& finding) {
    fmt::format_to(std::back_inserter(out), "\n{{\"ruleId\":\"{}\",\"ruleIndex\":{},\"level\":\"{}\"",
                   schema::rule_info(finding.rule).name, static_cast<int>(finding.rule),
                   schema::severity_name(finding.severity));
    append_text_member(out, "message", message_of(finding));
    out.append(",");
    append_location(out, body, finding);
    fmt::format_to(std::back_inserter(out),
                   ",\"partialFingerprints\":{{\"hookspect/v1\":\"{:016x}\"}},\"properties\":{{\"event\":{}",
                   fingerprint_of(body, finding), finding.event);
    if (finding.key) {
        out.append(",\"key\":");
        base::append_json_string(out, *finding.key);
    }
    out.append("}}");
}

}  // namespace

void begin_findings_sarif(std::string& out) {
    fmt::format_to(
        std::back_inserter(out),
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
        "\"runs\":[{{\"tool\":{{\"driver\":{{\"name\":\"hookspect\",\"version\":\"{}\",\"rules\":[",
        version);
    for (const schema::RuleInfo& rule : schema::rules()) {
        if (rule.rule != schema::rules().front().rule) out.append(",");
        append_rule(out, rule);
    }
    out.append("]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[");
}

void append_findings_sarif(std::string& out, const event::Body& body,
                           std::span<const finding::Finding> findings, const Presentation& /*presentation*/) {
    for (const finding::Finding& finding : findings) {
        if (&finding != findings.data()) out.append(",");
        append_result(out, body, finding);
    }
}

void end_findings_sarif(std::string& out, const Totals& totals) {
    if (totals.listed > 0) out.append("\n");
    out.append("],\"properties\":");
    append_totals_json(out, totals);
    out.append("}]}\n");
}

}  // namespace hookspect::report
