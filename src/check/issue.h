#pragma once

#include "event/event.h"
#include "schema/rules.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::check {

/// What a rule says of an event, before it has a pointer and a place (locate.h). The whole message is the
/// subject, a space, and `message`: `interaction.state` + `is "PENDNG"`.
struct Issue {
    enum class At : std::uint8_t {
        value,  // the slot's value
        key,    // the slot's key
        open,   // the opening of the container `slot`: its member `member` is missing
    };

    schema::Rule rule = schema::Rule::type;
    event::SlotIndex slot = 0;
    std::string message{};   // without its subject
    std::string expected{};  // may be empty
    std::string hint{};      // may be empty
    At at = At::value;
    event::SlotIndex other =
        0;                      // the value that this one disagrees with: `expected` gets its line and column
    std::string_view member{};  // with At::open: the key of the absent member, a constant
    std::string subject{};      // empty: the path of the slot, or of its absent member
    schema::Severity severity = schema::Severity::error;  // as the policy moves it
};

/// Issues that are only counted.
struct IssueCount {
    schema::Rule rule;
    schema::Severity severity;
    std::uint64_t count = 0;
};

/// All issues of one body. Its memory is bounded, whatever the body: past `most_listed` they are only
/// counted.
struct Issues {
    static constexpr std::size_t most_listed = 10'000;

    std::vector<Issue> listed;
    std::vector<IssueCount> counted;  // of each rule and severity once

    /// Counts one that is not listed.
    void count(schema::Rule rule, schema::Severity severity) {
        for (IssueCount& one : counted) {
            if (one.rule != rule || one.severity != severity) continue;
            ++one.count;
            return;
        }
        counted.push_back({rule, severity, 1});
    }
};

}  // namespace hookspect::check
