#pragma once

#include "check/checker.h"
#include "event/body.h"
#include "event/selection.h"
#include "finding/finding.h"
#include "finding/policy.h"
#include "query/expression.h"
#include "run/input_place.h"
#include "run/options.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::run {

/// Which events a command sees: the options that all reading commands share, compiled once.
struct Choice {
    std::vector<EventKind> events;         // any of these; empty: all
    std::vector<query::Expression> where;  // each must hold
    NumberRange numbers;
    bool latest = false;     // of each resource and id the last one only
    finding::Policy policy;  // for expressions that ask the validator
    std::int64_t now = 0;    // likewise: the present, seconds since 1970
};

/// Whether --where asks `valid`, `invalid` or `rule`: then bodies that cannot be read count as bodies.
[[nodiscard]] bool asks_validator(const Choice& choice);

/// Wants what the choice looks at.
void select(const Choice& choice, event::Selection& selection);

/// The stage that chooses: the place or the number, --event, then --where. Each thread has one of its own.
/// `choice` must live as long.
class Chooser {
public:
    explicit Chooser(const Choice& choice)
        : choice_(&choice),
          needs_findings_(asks_validator(choice)),
          checker_({.policy = choice.policy, .now = choice.now}) {}

    /// From here on, only bodies at a place are kept; nothing: at any place.
    void at(const std::optional<InputPlace>& place) { place_ = place; }

    /// Whether the command is to see this body. --event keeps what cannot be decoded, as it may be any event.
    [[nodiscard]] bool keeps(const event::Body& body) {
        const auto& [first, last] = choice_->numbers;
        if (body.number < first || body.number > last) return false;
        if (place_ && !place_->is_in(body)) return false;
        return is_asked_for(body) && matches(body);
    }

    /// Whether nothing after this body can be kept in its input.
    [[nodiscard]] bool is_last(const event::Body& body) const { return body.number >= choice_->numbers.last; }

private:
    const Choice* choice_;
    bool needs_findings_;
    check::Checker checker_;
    std::optional<InputPlace> place_;
    std::vector<finding::Finding> findings_;
    std::string scratch_;

    [[nodiscard]] bool is_asked_for(const event::Body& body);
    [[nodiscard]] bool holds(const event::Event& event, schema::FieldId field, std::string_view value);
    [[nodiscard]] bool matches(const event::Body& body);
};

}  // namespace hookspect::run
