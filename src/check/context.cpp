#include "check/context.h"

#include "base/uuid.h"
#include "base/wording.h"

#include <algorithm>

namespace hookspect::check {

void Context::tell(Remark remark) {
    const schema::Severity severity = schema::rule_info(remark.rule).severity;
    tell(std::move(remark), severity);
}

void Context::tell(Remark&& remark, schema::Severity severity) {
    if (issues_.empty()) issues_.reserve(32);
    Issue& issue = issues_.emplace_back();
    issue.rule = remark.rule;
    issue.severity = severity;
    issue.slot = remark.slot;
    issue.worded = wants_words(remark.rule, severity);
    if (!issue.worded) return;
    issue.at = remark.at;
    issue.other = remark.other;
    issue.pointer = remark.member;  // until the naming walk: what an absent member adds to its parent's
    issue.message = std::move(remark.message);
    issue.expected = std::move(remark.expected);
    issue.hint = std::move(remark.hint);
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
    const auto behind =
        std::upper_bound(disregarded_.begin(), disregarded_.end(), slot,
                         [](event::SlotIndex at, const auto& range) { return at < range.first; });
    return behind != disregarded_.begin() && slot > std::prev(behind)->first &&
           slot < std::prev(behind)->second;
}

void tell_not_set(Context& context, Remark remark, event::SlotIndex parent, std::string_view key) {
    if (remark.slot == 0) {
        remark.slot = parent;
        remark.at = Issue::At::open;
        remark.member = key;
    }
    remark.message = " is not set";
    context.tell(std::move(remark));
}

}  // namespace hookspect::check
