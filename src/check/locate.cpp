#include "check/locate.h"

#include "base/json_pointer.h"
#include "base/utf8.h"
#include "event/form_key.h"
#include "event/slot_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace hookspect::check {
namespace {

using std::string_view;

// --- what an issue is about -------------------------------------------------------------------------

/// A stretch of Event::body: a value (a string with its quotes, a container's opening bracket, a form value
/// as written), or a key.
struct Mark {
    std::size_t begin = 0;
    std::size_t size = 0;  // bytes
};

Mark form_mark(const event::Event& event, event::SlotIndex slot, bool key) {
    const std::size_t begin = key ? event[slot].key_place : event[slot].place;
    if (key || event::is_container(event[slot])) return {begin, written_key(event.body, begin).size()};
    return {begin, std::min(event.body.find('&', begin), event.body.size()) - begin};
}

/// Where a key that was used in one way is first used in another: what the list of both was given last.
event::SlotIndex later_use(const event::Event& event, event::SlotIndex list) {
    event::SlotIndex last = list;
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (event[i].key_place >= event[last].key_place) last = i;
    }
    return last;
}

Mark json_mark(const event::Slot& slot, bool key) {
    if (key) return {slot.key_place, slot.key_size + 2U};
    if (event::is_container(slot)) return {slot.place, 1};
    return {slot.place, slot.kind == event::Kind::string ? slot.size + 2U : slot.size};
}

Mark mark_of(const event::Event& event, const Issue& issue) {
    const bool key = issue.at == Issue::At::key;
    if (event.encoding == event::Encoding::json) return json_mark(event[issue.slot], key);
    if (issue.rule == schema::Rule::form_conflict)
        return form_mark(event, later_use(event, issue.slot), true);
    return form_mark(event, issue.slot, key);
}

/// The form key that a finding names; none in JSON, and none where something is absent.
std::optional<std::string> key_of(const event::Event& event, const Issue& issue, const Mark& mark) {
    if (!event.carrier.empty()) return event.carrier;
    if (event.encoding == event::Encoding::json || issue.at == Issue::At::open) return std::nullopt;
    const bool container = event::is_container(event[issue.slot]) && issue.at == Issue::At::value;
    if (issue.rule == schema::Rule::form_conflict || container)
        return std::string(event.body.substr(mark.begin, mark.size));
    return std::string(written_key(event.body, event[issue.slot].key_place));
}

// --- names ------------------------------------------------------------------------------------------

struct Located {
    Issue issue;
    Mark mark;
    std::string pointer{};
    bool named = false;
};

void name(Located& located, const event::SlotPath& path) {
    Issue& issue = located.issue;
    located.named = true;
    located.pointer = path.pointer();
    if (issue.at == Issue::At::open) base::append_pointer_token(located.pointer, issue.member);
    std::string message = std::move(issue.subject);
    if (message.empty()) {
        message = path.subject();
        if (issue.at == Issue::At::open) event::SlotPath::append_subject_key(message, issue.member);
        if (message.empty()) message = "the body";
    }
    message.reserve(message.size() + 1 + issue.message.size());
    issue.message = std::move(message.append(" ").append(issue.message));
}

/// One walk over the tape for all. Paths of a deep body are long, each about as long as the body: those past
/// `most_path_bytes` are taken out and counted.
void name_all(std::vector<Located>& all, const event::Event& event, Issues& issues) {
    constexpr std::size_t most_path_bytes = 4U << 20;
    std::vector<Located*> order;
    order.reserve(all.size());
    for (Located& one : all) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(),
                     [](const Located* a, const Located* b) { return a->issue.slot < b->issue.slot; });
    event::SlotPath path(event);
    std::size_t bytes = 0;
    for (Located* one : order) {
        path.go_to(one->issue.slot);
        bytes += path.pointer().size() + path.subject().size();
        if (bytes > most_path_bytes) {
            issues.count(one->issue.rule, one->issue.severity);
        } else {
            name(*one, path);
        }
    }
    if (bytes > most_path_bytes) std::erase_if(all, [](const Located& one) { return !one.named; });
}

// --- places -----------------------------------------------------------------------------------------

/// Offsets in Event::body and what they are in the body as it was read.
class SourceMap {
public:
    SourceMap(const event::Event& event, string_view read, const std::vector<Located>& all) {
        if (event.layers.empty()) return;
        for (const Located& one : all) {
            inner_.push_back(one.mark.begin);
            inner_.push_back(one.mark.begin + one.mark.size);
            if (one.issue.other != 0) inner_.push_back(event[one.issue.other].place);
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

/// Line and column of many offsets in one body, worked out in one pass over its bytes.
class Places {
public:
    /// The offsets count from the body's first byte and need no order.
    Places(const event::Body& body, std::vector<std::size_t> offsets) : offsets_(std::move(offsets)) {
        std::sort(offsets_.begin(), offsets_.end());
        offsets_.erase(std::unique(offsets_.begin(), offsets_.end()), offsets_.end());
        places_.reserve(offsets_.size());
        base::Place place = body.start;
        std::size_t reached = 0;
        for (const std::size_t offset : offsets_) {
            const std::size_t stop = std::min(offset, body.bytes.size());
            place = base::advance(place, body.bytes.substr(reached, stop - reached));
            reached = stop;
            places_.push_back(place);
        }
    }

    /// The place of one of these offsets.
    [[nodiscard]] base::Place operator[](std::size_t offset) const {
        const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
        return places_[static_cast<std::size_t>(found - offsets_.begin())];
    }

private:
    std::vector<std::size_t> offsets_;  // sorted, each once
    std::vector<base::Place> places_;
};

// --- findings ---------------------------------------------------------------------------------------

finding::Finding finding_of(schema::Rule rule, schema::Severity severity, const event::Body& body) {
    finding::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.event = body.number;
    return finding;
}

/// The issues with their marks, in the order of findings.
std::vector<Located> in_order(std::vector<Issue> issues, const event::Event& event) {
    std::vector<Located> all;
    all.reserve(issues.size());
    for (Issue& issue : issues) {
        const Mark mark = mark_of(event, issue);
        all.push_back({std::move(issue), mark});
    }
    const auto is_before = [](const Located& a, const Located& b) {
        return std::pair(a.mark.begin, a.issue.rule) < std::pair(b.mark.begin, b.issue.rule);
    };
    if (!std::is_sorted(all.begin(), all.end(), is_before))
        std::stable_sort(all.begin(), all.end(), is_before);
    return all;
}

/// Where the issues are in the source.
void add_findings(std::vector<Located> all, const event::Body& body,
                  std::vector<finding::Finding>& findings) {
    const event::Event& event = *body.event;
    const SourceMap source(event, body.bytes, all);
    std::vector<std::size_t> offsets;
    offsets.reserve(2 * all.size());
    for (const Located& one : all) {
        offsets.push_back(source[one.mark.begin]);
        if (one.issue.other != 0) offsets.push_back(source[event[one.issue.other].place]);
    }
    const Places places(body, std::move(offsets));
    for (Located& one : all) {
        Issue& issue = one.issue;
        const std::size_t begin = source[one.mark.begin];
        finding::Finding& finding = findings.emplace_back(finding_of(issue.rule, issue.severity, body));
        finding.place = places[begin];
        finding.length = source[one.mark.begin + one.mark.size] - begin;
        if (issue.at == Issue::At::value) finding.value = issue.slot;
        finding.pointer = std::move(one.pointer);
        finding.key = key_of(event, issue, one.mark);
        finding.message = std::move(issue.message);
        finding.expected = std::move(issue.expected);
        finding.hint = std::move(issue.hint);
        if (issue.other == 0 || finding.expected.empty()) continue;
        const base::Place other = places[source[event[issue.other].place]];
        finding.expected += fmt::format(" at {}:{}", other.line, other.column);
    }
}

}  // namespace

string_view written_key(string_view body, std::size_t begin) {
    const string_view field = body.substr(begin, std::min(body.find('&', begin), body.size()) - begin);
    return field.substr(0, event::find_form_key_end(field).size);
}

void locate(Issues issues, const event::Body& body, schema::Severity least,
            std::vector<finding::Finding>& findings) {
    if (!issues.listed.empty()) {
        std::vector<Located> all = in_order(std::move(issues.listed), *body.event);
        name_all(all, *body.event, issues);
        add_findings(std::move(all), body, findings);
    }
    for (const IssueCount& counted : issues.counted) {
        finding::Finding& finding = findings.emplace_back(finding_of(counted.rule, counted.severity, body));
        finding.count = counted.count;
        finding.place = body.start;
        if (counted.severity >= least)
            finding.message = fmt::format("{} more of this event, not listed", counted.count);
    }
}

finding::Finding located(const event::Fault& fault, const event::Body& body) {
    finding::Finding finding = finding_of(fault.rule, schema::Severity::error, body);
    finding.place = Places(body, {fault.offset})[fault.offset];
    finding.length =
        fault.offset < body.bytes.size() ? base::front_code_point(body.bytes.substr(fault.offset)).size : 0;
    finding.pointer = fault.pointer;
    finding.message = fault.message;
    finding.expected = fault.expected;
    finding.hint = fault.hint;
    if (body.encoding == event::Encoding::form) {
        const std::size_t before = body.bytes.substr(0, fault.offset).rfind('&');
        finding.key = std::string(written_key(body.bytes, before == string_view::npos ? 0 : before + 1));
    }
    return finding;
}

}  // namespace hookspect::check
