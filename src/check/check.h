#pragma once

#include "event/body.h"
#include "event/event.h"
#include "finding/finding.h"

#include <string>
#include <vector>

namespace hookspect {

/// What a rule says of an event, before places are worked out.
struct Issue {
    enum class At : std::uint8_t {
        value,  // the slot's value
        key,    // the slot's key
        open,   // the opening of the container `slot`: something is missing in it
    };
    Rule rule = Rule::type;
    Severity severity = Severity::error;
    SlotIndex slot = 0;
    At at = At::value;
    bool worded = true;  // false: told for the sake of its number, without pointer and texts
    SlotIndex other =
        0;  // the value that this one disagrees with; its line and column are added to `expected`
    std::string pointer;  // RFC 6901; of the absent member for At::open
    std::string message;
    std::string expected;
    std::string hint;
};

class Policy;

/// Which issues are put into words: those that have this severity or more under the policy. Of the others
/// only the number counts, and there may be many.
struct Wording {
    const Policy* policy = nullptr;  // needed where `least` is more than a note
    Severity least = Severity::note;

    [[nodiscard]] bool includes(Rule rule, Severity severity) const;
};

/// Tells what every rule of the schema says of the event, in no particular order. Severities are the rules'
/// own.
void check(const Event& event, std::vector<Issue>& issues, const Wording& wording = {});

/// The findings on one body, with severities as the policy moves them, in the order of their offset, then of
/// the rules. A body with a fault has that finding alone. Those below `least` come first, with no more than
/// rule, severity and event.
void find(const Body& body, const Policy& policy, std::vector<Finding>& findings,
          Severity least = Severity::note);

}  // namespace hookspect
