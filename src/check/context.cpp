#include "check/context.h"

#include "base/uuid.h"
#include "base/wording.h"

#include <algorithm>

namespace hookspect::check {

void Context::tell(Issue issue) {
    const schema::Severity severity = schema::rule_info(issue.rule).severity;
    tell(std::move(issue), severity);
}

void Context::tell(Issue&& issue, schema::Severity severity) {
    issue.severity = options_.policy.apply(issue.rule, severity);
    if (issue.severity == schema::Severity::ignored) return;
    if (issue.severity >= options_.least_in_words && issues_.listed.size() < Issues::most_listed) {
        issues_.listed.push_back(std::move(issue));
    } else {
        issues_.count(issue.rule, issue.severity);
    }
}

event::SlotIndex Context::person(schema::FieldId field) {
    const event::SlotIndex slot = set(field, event::Kind::string);
    return slot != 0 && base::is_person_id(text(event[slot])) ? slot : 0;
}

std::string_view Context::documented_value(schema::FieldId id) {
    const event::SlotIndex slot = set(id, event::Kind::string);
    if (slot == 0) return {};
    const auto values = schema::field(id).values;
    const std::size_t number = base::find_text(values, text(event[slot]));
    return number == values.size() ? std::string_view{} : values[number];
}

bool Context::is_true(event::SlotIndex boolean) const {
    const std::string_view written = event.raw(event[boolean]);
    return written == "true" || written == "1";  // a form body may write 1
}

bool Context::is_disregarded(event::SlotIndex slot) const {
    const auto after =
        std::upper_bound(disregarded_.begin(), disregarded_.end(), slot,
                         [](event::SlotIndex at, const auto& range) { return at < range.first; });
    return after != disregarded_.begin() && slot > std::prev(after)->first && slot < std::prev(after)->second;
}

void tell_not_set(Context& context, Issue issue, event::SlotIndex parent, std::string_view key) {
    if (issue.slot == 0) {
        issue.slot = parent;
        issue.at = Issue::At::open;
        issue.member = key;
    }
    issue.message = "is not set";
    context.tell(std::move(issue));
}

}  // namespace hookspect::check
