#pragma once

#include "event/body.h"
#include "event/event.h"
#include "finding/finding.h"
#include "finding/policy.h"

#include <string>
#include <vector>

namespace hookspect::check {

/// What a rule says of an event, before places are worked out.
struct Issue {
    enum class At : std::uint8_t {
        value,  // the slot's value
        key,    // the slot's key
        open,   // the opening of the container `slot`: something is missing in it
    };
    schema::Rule rule = schema::Rule::type;
    schema::Severity severity = schema::Severity::error;
    event::SlotIndex slot = 0;
    At at = At::value;
    bool worded = true;  // false: told for the sake of its number, without pointer and texts
    event::SlotIndex other =
        0;  // the value that this one disagrees with; its line and column are added to `expected`
    std::string pointer;  // RFC 6901; of the absent member for At::open
    std::string message;
    std::string expected;
    std::string hint;
};

/// Which issues are put into words: those that have this severity or more under the policy. Of the others
/// only the number counts, and there may be many.
struct Wording {
    const finding::Policy* policy = nullptr;  // needed where `least` is more than a note
    schema::Severity least = schema::Severity::note;

    [[nodiscard]] bool includes(schema::Rule rule, schema::Severity severity) const;
};

/// Tells what every rule of the schema says of the event, in no particular order. Severities are the rules'
/// own.
void check(const event::Event& event, std::vector<Issue>& issues, const Wording& wording = {});

/// The findings on one body, with severities as the policy moves them, in the order of their offset, then of
/// the rules. A body with a fault has that finding alone. Those below `least` come first, with no more than
/// rule, severity and event.
void find(const event::Body& body, const finding::Policy& policy, std::vector<finding::Finding>& findings,
          schema::Severity least = schema::Severity::note);

}  // namespace hookspect::check
