#pragma once

#include "check/checker.h"
#include "check/issue.h"
#include "event/event.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hookspect::check {

/// One check: the event, where issues go, and which values count. Rules that compare values ask for them
/// here, and get 0 for one that is not there, not set, or has an error of its own.
class Context {
public:
    Context(const event::Event& checked, const CheckOptions& options, Issues& issues)
        : event(checked), options_(options), issues_(issues) {}

    const event::Event& event;

    /// Adds an issue with the severity of its rule, which the policy may move.
    void tell(Issue issue);
    /// Adds one with this severity, which the policy may move.
    void tell(Issue&& issue, schema::Severity severity);

    /// The present, seconds since 1970.
    [[nodiscard]] std::int64_t now() const { return options_.now; }

    /// Whether words on this are wanted; where they are not, an issue needs none.
    [[nodiscard]] bool wants_words(schema::Rule rule, schema::Severity severity) const {
        return issues_.listed.size() < Issues::most_listed &&
               options_.policy.apply(rule, severity) >= options_.least_in_words;
    }

    /// The decoded text of a string; valid until the next call.
    [[nodiscard]] std::string_view text(const event::Slot& slot) { return event.text(slot, scratch_); }
    [[nodiscard]] std::string_view key(const event::Slot& slot) { return event.key(slot, scratch_); }

    /// A form body writes null as an empty value. The decoder keeps that as an empty string in strings; where
    /// a string has a form to keep, an empty one is not set.
    [[nodiscard]] bool is_blank_form_value(const event::Slot& slot) const {
        return event.encoding == event::Encoding::form && slot.kind == event::Kind::string && slot.size == 0;
    }

    /// Nothing in this value counts, though it may look documented.
    void disregard(event::SlotIndex slot) { disregarded_.emplace_back(slot, event[slot].next); }

    /// The value of this field if it is set, of whatever type.
    [[nodiscard]] event::SlotIndex set(schema::FieldId field) const {
        const event::SlotIndex slot = event.at(field);
        if (!event.is_set(slot)) return 0;
        return disregarded_.empty() || !is_disregarded(slot) ? slot : 0;
    }
    [[nodiscard]] event::SlotIndex set(schema::FieldId field, event::Kind kind) const {
        const event::SlotIndex slot = set(field);
        return slot != 0 && event[slot].kind == kind ? slot : 0;
    }
    /// A PersonID as documented.
    [[nodiscard]] event::SlotIndex person(schema::FieldId field);
    /// The value of an enumeration if it is one of the documented, else empty.
    [[nodiscard]] std::string_view documented_value(schema::FieldId id);
    [[nodiscard]] bool is_true(event::SlotIndex boolean) const;

private:
    const CheckOptions& options_;
    Issues& issues_;
    std::vector<std::pair<event::SlotIndex, event::SlotIndex>> disregarded_;  // in order, none within another
    std::string scratch_;

    [[nodiscard]] bool is_disregarded(event::SlotIndex slot) const;
};

/// Adds the issue that `issue.slot` is null, or where it is 0, that the member `key` of `parent` is absent.
void tell_not_set(Context& context, Issue issue, event::SlotIndex parent, std::string_view key);

}  // namespace hookspect::check
