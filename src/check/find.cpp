#include "check/check.h"
#include "check/marks.h"
#include "check/places.h"
#include "finding/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hookspect::check {
namespace {

/// An issue that the policy lets through, with its mark.
struct Kept {
    Issue* issue;
    schema::Severity severity;
    Mark mark;
};

/// Offsets in Event::body and what they are in the body as it was read.
class SourceMap {
public:
    SourceMap(const event::Event& event, std::string_view read, const std::vector<Kept>& kept) {
        if (event.layers.empty()) return;
        for (const Kept& one : kept) {
            inner_.push_back(one.mark.begin);
            inner_.push_back(one.mark.begin + one.mark.size);
            if (one.issue->other != 0) inner_.push_back(begin_of(event, one.issue->other));
        }
        std::sort(inner_.begin(), inner_.end());
        outer_ = event.layers.outer_offsets(read, inner_);
    }

    [[nodiscard]] std::size_t operator[](std::size_t offset) const {
        if (inner_.empty()) return offset;
        const auto found = std::lower_bound(inner_.begin(), inner_.end(), offset);
        return outer_[static_cast<std::size_t>(found - inner_.begin())];
    }

private:
    std::vector<std::size_t> inner_;
    std::vector<std::size_t> outer_;
};

finding::Finding& add_finding(std::vector<finding::Finding>& findings, const event::Body& body,
                              schema::Rule rule, schema::Severity severity, const base::Place& place,
                              std::size_t length) {
    finding::Finding& finding = findings.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.event = body.number;
    finding.place = place;
    finding.length = length;
    return finding;
}

/// A body that cannot be read stays an error, whatever the policy: nothing else of it was looked at.
void find_fault(const event::Body& body, std::vector<finding::Finding>& findings) {
    const event::Fault& fault = *body.fault;
    const std::size_t length = fault.offset < body.bytes.size() ? 1 : 0;
    const Places places(body.bytes, body.start, {fault.offset});
    finding::Finding& finding =
        add_finding(findings, body, fault.rule, schema::Severity::error, places[fault.offset], length);
    finding.pointer = fault.pointer;
    finding.message = fault.message;
    finding.expected = fault.expected;
    finding.hint = fault.hint;
    if (body.encoding == event::Encoding::form) {
        const std::size_t before = body.bytes.substr(0, fault.offset).rfind('&');
        finding.key = std::string(written_key(body.bytes, before == std::string_view::npos ? 0 : before + 1));
    }
}

/// Makes the findings that need no words, and keeps the other issues.
std::vector<Kept> keep(const event::Body& body, const finding::Policy& policy, std::vector<Issue>& issues,
                       std::vector<finding::Finding>& findings) {
    std::vector<Kept> kept;
    kept.reserve(issues.size());
    for (Issue& issue : issues) {
        const schema::Severity severity = policy.apply(issue.rule, issue.severity);
        if (severity == schema::Severity::ignored) continue;
        if (issue.worded) {
            kept.push_back({&issue, severity, mark_of(*body.event, issue)});
        } else {
            add_finding(findings, body, issue.rule, severity, {}, 0);
        }
    }
    const auto is_before = [](const Kept& a, const Kept& b) {
        return std::pair(a.mark.begin, a.issue->rule) < std::pair(b.mark.begin, b.issue->rule);
    };
    if (!std::is_sorted(kept.begin(), kept.end(), is_before)) {
        std::stable_sort(kept.begin(), kept.end(), is_before);
    }
    return kept;
}

void find_issues(const event::Body& body, const finding::Policy& policy,
                 std::vector<finding::Finding>& findings, schema::Severity least) {
    const event::Event& event = *body.event;
    std::vector<Issue> issues;
    check(event, issues, {.policy = &policy, .least = least});
    if (issues.empty()) return;
    const std::vector<Kept> kept = keep(body, policy, issues, findings);
    if (kept.empty()) return;
    const SourceMap source(event, body.bytes, kept);
    std::vector<std::size_t> offsets;
    offsets.reserve(2 * kept.size());
    for (const Kept& one : kept) {
        offsets.push_back(source[one.mark.begin]);
        if (one.issue->other != 0) offsets.push_back(source[begin_of(event, one.issue->other)]);
    }
    const Places places(body.bytes, body.start, std::move(offsets));
    for (const Kept& one : kept) {
        Issue& issue = *one.issue;
        const std::size_t begin = source[one.mark.begin];
        const std::size_t end = source[one.mark.begin + one.mark.size];
        finding::Finding& finding =
            add_finding(findings, body, issue.rule, one.severity, places[begin], end - begin);
        if (issue.at == Issue::At::value) finding.value = issue.slot;
        finding.pointer = std::move(issue.pointer);
        finding.key = key_of(event, issue);
        finding.message = std::move(issue.message);
        finding.expected = std::move(issue.expected);
        finding.hint = std::move(issue.hint);
        if (issue.other == 0 || finding.expected.empty()) continue;
        const base::Place other = places[source[begin_of(event, issue.other)]];
        finding.expected += fmt::format(" at {}:{}", other.line, other.column);
    }
}

}  // namespace

void find(const event::Body& body, const finding::Policy& policy, std::vector<finding::Finding>& findings,
          schema::Severity least) {
    if (body.fault) {
        find_fault(body, findings);
    } else {
        find_issues(body, policy, findings, least);
    }
}

}  // namespace hookspect::check
