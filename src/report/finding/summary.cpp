#include "report/finding/summary.h"

#include "base/count.h"
#include "report/finding/group.h"
#include "report/finding/text.h"
#include "term/safe_text.h"
#include "term/style.h"
#include "term/width.h"

#include <algorithm>

namespace hookspect::report {
namespace {

constexpr std::size_t groups_kept = 200;  // of one rule
constexpr std::size_t groups_shown = 20;
constexpr int rule_indent = 2;
constexpr int group_indent = 4;
constexpr int gap = 2;
constexpr int narrowest_place = 16;
constexpr std::string_view rule_heading = "rule";
constexpr std::string_view severity_heading = "severity";
constexpr std::string_view events_heading = "events";

std::string count_text(std::uint64_t count) {
    std::string text;
    base::append_count(text, count);
    return text;
}

constexpr int columns_of(std::string_view ascii) {
    return static_cast<int>(ascii.size());
}

}  // namespace

bool Summary::Entry::fits(const Entry& later) const {
    const auto is_new = [this](const auto& group) { return groups.find(group.first) == groups.end(); };
    const auto more =
        static_cast<std::size_t>(std::count_if(later.groups.begin(), later.groups.end(), is_new));
    const bool full = groups.size() == groups_kept;
    return !later.others && (full || groups.size() + more <= groups_kept);
}

void Summary::Entry::add(const Entry& later) {
    if (count.events == 0) first_seen = later.first_seen;
    count.events += later.count.events;
    for (const auto& [name, more] : later.groups) {
        if (Count* known = group(name)) known->events += more.events;
    }
}

/// The count of a group; null where there is no room for it.
Summary::Count* Summary::Entry::group(const std::string& name) {
    const auto found = groups.find(name);
    if (found != groups.end()) return &found->second;
    if (groups.size() < groups_kept) return &groups.emplace(name, Count{}).first->second;
    others = true;
    return nullptr;
}

bool Summary::add(const Summary& later) {
    for (std::size_t severity = 0; severity < entries_.size(); ++severity) {
        for (std::size_t rule = 0; rule < schema::rule_count; ++rule) {
            if (!entries_[severity][rule].fits(later.entries_[severity][rule])) return false;
        }
    }
    for (std::size_t severity = 0; severity < entries_.size(); ++severity) {
        for (std::size_t rule = 0; rule < schema::rule_count; ++rule) {
            entries_[severity][rule].add(later.entries_[severity][rule]);
        }
    }
    bodies_ += later.bodies_;
    return true;
}

void Summary::add(const event::Body& body, std::span<const finding::Finding> findings) {
    ++bodies_;
    for (const finding::Finding& finding : findings) {
        if (finding.severity == schema::Severity::ignored) continue;
        Entry& entry =
            entries_[static_cast<std::size_t>(finding.severity)][static_cast<std::size_t>(finding.rule)];
        if (entry.count.events == 0) {
            entry.first_seen.assign(body.source).append(":").append(std::to_string(finding.place.line));
        }
        entry.count.add(bodies_);
        if (finding.pointer.empty() && finding.count > 1) continue;
        group_.clear();
        append_group_name(group_, body, finding);
        if (Count* group = entry.group(group_)) group->add(bodies_);
    }
}

void Summary::append_groups(std::vector<Line>& lines, const Entry& entry, const Presentation& presentation) {
    const std::size_t begin = lines.size();
    const int room = std::max(presentation.width / 2, 24);
    for (const auto& [name, count] : entry.groups) {
        const std::string safe = term::safe_text(name, presentation.unicode);
        std::string label;
        term::append_clipped(label, safe, room, term::symbols(presentation).clipped);
        lines.push_back(
            {std::move(label), count.events, nullptr, schema::Rule::type, schema::Severity::ignored});
    }
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
    std::stable_sort(first, lines.end(), [](const Line& a, const Line& b) { return a.events > b.events; });
    const bool others = entry.others || entry.groups.size() > groups_shown;
    if (entry.groups.size() > groups_shown) lines.resize(begin + groups_shown);
    if (!others) return;
    std::string label(term::symbols(presentation).clipped);
    label.append(" and others");
    lines.push_back({std::move(label), 0, nullptr, schema::Rule::type, schema::Severity::ignored});
}

std::vector<Summary::Line> Summary::lines(const Presentation& presentation) const {
    std::vector<Line> rules_found;
    for (std::size_t severity = entries_.size(); severity-- > 0;) {
        const std::size_t begin = rules_found.size();
        for (std::size_t rule = 0; rule < schema::rule_count; ++rule) {
            const Entry& entry = entries_[severity][rule];
            if (entry.count.events == 0) continue;
            const schema::Rule which = static_cast<schema::Rule>(rule);
            rules_found.push_back({std::string(schema::rule_info(which).name), entry.count.events, &entry,
                                   which, static_cast<schema::Severity>(severity)});
        }
        std::stable_sort(rules_found.begin() + static_cast<std::ptrdiff_t>(begin), rules_found.end(),
                         [](const Line& a, const Line& b) { return a.events > b.events; });
    }
    std::vector<Line> all;
    for (const Line& line : rules_found) {
        all.push_back(line);
        append_groups(all, *line.entry, presentation);
    }
    return all;
}

Summary::Columns Summary::measure(const std::vector<Line>& lines) {
    Columns columns{columns_of(rule_heading), 0, 0};
    for (const Line& line : lines) {
        if (line.entry != nullptr) columns.rule = std::max(columns.rule, columns_of(line.label));
    }
    columns.severity_end = rule_indent + columns.rule + gap + columns_of(severity_heading);
    columns.count_end = columns.severity_end + gap + columns_of(events_heading);
    for (const Line& line : lines) {
        const int begin =
            line.entry == nullptr ? group_indent + term::display_width(line.label) : columns.severity_end;
        columns.count_end = std::max(columns.count_end, begin + gap + columns_of(count_text(line.events)));
    }
    return columns;
}

void Summary::append_rule(std::string& out, const Line& line, const Columns& columns,
                          const Presentation& presentation) {
    const std::string_view severity = schema::severity_name(line.severity);
    const int severity_begin = rule_indent + columns.rule + gap;
    out.append(rule_indent, ' ');
    term::append_padded(out, line.label, columns.rule + gap);
    term::append_styled(out, role_of(line.severity), severity, presentation);
    term::append_right(out, count_text(line.events),
                       columns.count_end - severity_begin - columns_of(severity));
    out.append(gap, ' ');
    const std::string place = term::safe_text(line.entry->first_seen, presentation.unicode);
    const int room = std::max(presentation.width - columns.count_end - gap, narrowest_place);
    term::append_clipped_front(out, place, room, term::symbols(presentation).clipped);
    out.append("\n");
}

void Summary::append_group(std::string& out, const Line& line, const Columns& columns) {
    out.append(group_indent, ' ').append(line.label);
    const int room = columns.count_end - group_indent - term::display_width(line.label);
    if (line.events != 0) term::append_right(out, count_text(line.events), room);
    out.append("\n");
}

void Summary::append_to(std::string& out, const Presentation& presentation) const {
    const std::vector<Line> all = lines(presentation);
    if (all.empty()) return;
    const Columns columns = measure(all);
    std::string heading(rule_indent, ' ');
    term::append_padded(heading, rule_heading, columns.rule + gap);
    heading.append(severity_heading);
    term::append_right(heading, events_heading, columns.count_end - columns.severity_end);
    term::append_styled(out, term::Role::label, heading.append(gap, ' ').append("first seen"), presentation);
    out.append("\n");
    for (const Line& line : all) {
        if (line.entry != nullptr) {
            append_rule(out, line, columns, presentation);
        } else {
            append_group(out, line, columns);
        }
    }
    out.append("\n");
}

}  // namespace hookspect::report
