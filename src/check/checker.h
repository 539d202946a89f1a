#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "finding/policy.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace hookspect::check {

/// What a run asks of the rules.
struct CheckOptions {
    finding::Policy policy{};
    std::int64_t now = 0;  // the present, seconds since 1970
    /// Findings below this severity are only counted: they have no message and no pointer.
    schema::Severity least_in_words = schema::Severity::note;
};

/// Asks every rule of the schema of one body after the other. Built once per run; threads may share it.
class Checker {
public:
    explicit Checker(CheckOptions options = {}) : options_(std::move(options)) {}

    /// Appends the findings on this body in the order of their offset, then of the rules; after them, one
    /// finding for each rule and severity of which there are more that are only counted. Severities are as
    /// the policy moves them. A body that cannot be read has its fault alone.
    void check(const event::Body& body, std::vector<finding::Finding>& findings) const;

private:
    CheckOptions options_;
};

}  // namespace hookspect::check
