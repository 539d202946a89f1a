#include "check/check.h"
#include "cli/bodies.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/run_end.h"
#include "report/finding_format.h"
#include "report/finding_text.h"
#include "report/listing.h"
#include "report/summary.h"
#include "report/totals.h"

#include <optional>

namespace hookspect {
namespace {

/// What `validate` prints.
class Report {
public:
    Report(const Settings& settings, Output& output)
        : output_(&output),
          format_(&finding_format(settings.format)),
          presentation_(presentation_for(settings, output)),
          limits_{settings.notes || !format_->for_people, settings.max_findings, format_->most_of_severity},
          listing_(limits_),
          quiet_(settings.quiet) {
        if (settings.summary && !quiet_) summary_.emplace();
        if (summary_) presentation_.notes = true;  // the table lists them
        if (is_listing()) format_->begin(output.text());
    }

    void add(const Body& body, std::vector<Finding>& findings) {
        totals_.add(findings);
        if (summary_) summary_->add(body, findings);
        if (!is_listing()) return;
        listing_.choose(findings, totals_);
        piece_.clear();
        format_->add(piece_, body, findings, presentation_);
        if (piece_.empty()) return;
        if (has_pieces_) output_->text() += format_->separator;
        has_pieces_ = true;
        output_->text() += piece_;
    }

    void end() {
        if (summary_) summary_->append_to(output_->text(), presentation_);
        if (is_listing()) format_->end(output_->text(), totals_);
        if (!quiet_ && format_->for_people && totals_.events > 0) {
            append_total(output_->text(), totals_, presentation_);
        }
        if (totals_.unlisted > 0) tell_unlisted();
    }

    /// Notes that are only counted need no words.
    [[nodiscard]] Severity least_in_words() const {
        const bool counted = quiet_ || (is_listing() && !limits_.notes);
        return counted ? Severity::warning : Severity::note;
    }

    [[nodiscard]] bool found_error() const { return totals_.errors > 0; }

private:
    Output* output_;
    const FindingFormat* format_;
    Presentation presentation_;
    ListingLimits limits_;
    Listing listing_;
    bool quiet_;
    Totals totals_;
    std::optional<Summary> summary_;  // in place of a list
    std::string piece_;
    bool has_pieces_ = false;

    [[nodiscard]] bool is_listing() const { return !quiet_ && !summary_; }

    /// Below the total; a format for programs has no room for it.
    void tell_unlisted() {
        const std::string text = unlisted_text(totals_, limits_);
        if (format_->for_people) {
            output_->text().append("  ").append(text).append("\n");
        } else {
            output_->flush();  // so that both streams on one terminal come in order
            tell({text, {}});
        }
    }
};

}  // namespace

int run_validate(const Settings& settings) {
    const auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    auto output = open_pageable(settings);
    if (!output) return Status::unreadable;
    Report report(settings, *output);
    std::vector<Finding> findings;
    const auto use = [&](const Body& body) {
        findings.clear();
        find(body, settings.policy, findings, report.least_in_words());
        report.add(body, findings);
        return settings.quiet && report.found_error() ? Go::stop : Go::on;
    };
    const RunResult result = read_bodies(settings, settings.arguments, *choice, *output, {.use = use});
    if (!result.nothing_to_read) report.end();
    const bool failed = report.found_error() && !settings.exit_zero;
    return end_run_with_events(settings, *output, result, failed ? Status::found : Status::good);
}

}  // namespace hookspect
