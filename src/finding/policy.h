#pragma once

#include "schema/rules.h"

#include <array>
#include <optional>

namespace hookspect::finding {

/// How options move the severities of rules. A body that cannot be read stays an error.
class Policy {
public:
    bool strict = false;  // warnings become errors before rules are moved one by one

    /// Later calls win.
    void move(schema::Rule rule, schema::Severity severity) { moved_[index(rule)] = severity; }
    void move_all(schema::Severity severity) { moved_.fill(severity); }
    /// Looks at these rules alone. May be called for several.
    void only(schema::Rule rule) {
        if (!restricted_) listed_.fill(false);
        restricted_ = true;
        listed_[index(rule)] = true;
    }

    /// The severity of a finding whose rule gives it `severity`; `ignored` means that it is not told.
    [[nodiscard]] schema::Severity apply(schema::Rule rule, schema::Severity severity) const;

private:
    static constexpr std::size_t index(schema::Rule rule) { return static_cast<std::size_t>(rule); }
    std::array<std::optional<schema::Severity>, schema::rule_count> moved_{};
    std::array<bool, schema::rule_count> listed_{};
    bool restricted_ = false;
};

}  // namespace hookspect::finding
