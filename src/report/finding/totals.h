#pragma once

#include "finding/finding.h"

#include <cstdint>
#include <span>

namespace hookspect::report {

/// What `validate` counts over a run. Findings that a policy ignores are not among them.
struct Totals {
    std::uint64_t events = 0;   // bodies, those that could not be read included
    std::uint64_t invalid = 0;  // with an error
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
    std::uint64_t notes = 0;
    std::uint64_t listed = 0;    // findings that are told one by one
    std::uint64_t unlisted = 0;  // that a limit kept from it

    /// Adds the counts of other bodies.
    void add(const Totals& others) {
        events += others.events;
        invalid += others.invalid;
        errors += others.errors;
        warnings += others.warnings;
        notes += others.notes;
        listed += others.listed;
        unlisted += others.unlisted;
    }

    /// Counts one body with its findings.
    void add(std::span<const finding::Finding> findings) {
        const std::uint64_t errors_before = errors;
        for (const finding::Finding& finding : findings) {
            switch (finding.severity) {
                case schema::Severity::error: errors += finding.count; break;
                case schema::Severity::warning: warnings += finding.count; break;
                case schema::Severity::note: notes += finding.count; break;
                case schema::Severity::ignored: break;
            }
        }
        ++events;
        if (errors != errors_before) ++invalid;
    }
};

}  // namespace hookspect::report
