#include "check/checker.h"
#include "cli/expressions.h"
#include "cli/options.h"
#include "report/finding/format.h"
#include "report/finding/listing.h"
#include "report/finding/summary.h"
#include "report/finding/text.h"
#include "report/finding/totals.h"
#include "report/first_item.h"
#include "run/bodies.h"
#include "run/messages.h"
#include "run/printing.h"
#include "run/run_end.h"

#include <optional>
#include <utility>

namespace hookspect::cli {
namespace {

/// What `validate` prints.
class Report {
public:
    Report(const Settings& settings, report::Presentation presentation)
        : settings_(&settings),
          format_(&report::finding_format(settings.format)),
          presentation_(std::move(presentation)),
          limits_{settings.notes || !format_->for_people, settings.max_findings, format_->most_of_severity},
          listing_(limits_) {
        if (settings.summary && !settings.quiet) summary_.emplace();
        if (summary_) presentation_.notes = true;  // the table lists them
        checker_ = check::Checker(
            {.policy = settings.policy, .now = presentation_.now, .least_in_words = least_in_words()});
    }

    void begin(std::string& out) const {
        if (is_listing()) format_->begin(out);
    }

    run::Go use(const event::Body& body, output::Printed& printed) {
        findings_.clear();
        checker_.check(body, findings_);
        totals_.add(findings_);
        if (summary_) summary_->add(body, findings_);
        if (is_listing()) list(body, printed.text);
        return settings_->quiet && found_error() ? run::Go::stop : run::Go::on;
    }

    [[nodiscard]] Report part() const {
        Report part(*settings_, presentation_);
        part.listing_ = listing_.part();
        part.piece_of_ = report::FirstItem::of_part();
        return part;
    }

    [[nodiscard]] bool join(const Report& part) {
        if (summary_ && !summary_->add(*part.summary_)) return false;
        if (!piece_of_.fits(part.piece_of_) || !listing_.join(part.listing_)) return false;
        totals_.add(part.totals_);
        return true;
    }

    void end(output::Output& output) const {
        if (summary_) summary_->append_to(output.text(), presentation_);
        if (is_listing()) format_->end(output.text(), totals_);
        if (!settings_->quiet && format_->for_people && totals_.events > 0) {
            report::append_total(output.text(), totals_, presentation_);
        }
        if (totals_.unlisted > 0) tell_unlisted(output);
    }

    [[nodiscard]] bool found_error() const { return totals_.errors > 0; }

private:
    const Settings* settings_;
    const report::FindingFormat* format_;
    report::Presentation presentation_;
    report::ListingLimits limits_;
    report::Listing listing_;
    report::Totals totals_;
    std::optional<report::Summary> summary_;  // in place of a list
    report::FirstItem piece_of_;              // of the list
    std::string piece_;
    check::Checker checker_;
    std::vector<finding::Finding> findings_;

    [[nodiscard]] bool is_listing() const { return !settings_->quiet && !summary_; }

    /// Notes that are only counted need no words.
    [[nodiscard]] schema::Severity least_in_words() const {
        const bool counted = settings_->quiet || (is_listing() && !limits_.notes);
        return counted ? schema::Severity::warning : schema::Severity::note;
    }

    void list(const event::Body& body, std::string& out) {
        listing_.choose(findings_, totals_);
        piece_.clear();
        format_->add(piece_, body, findings_, presentation_);
        if (piece_.empty()) return;
        if (!piece_of_.take()) out += format_->separator;
        out += piece_;
    }

    /// Below the total; a format for programs has no room for it.
    void tell_unlisted(output::Output& output) const {
        const std::string text = report::unlisted_text(totals_, limits_);
        if (format_->for_people) {
            output.text().append("  ").append(text).append("\n");
        } else {
            output.flush();  // so that both streams on one terminal come in order
            run::tell({text, {}});
        }
    }
};

}  // namespace

int run_validate(const Settings& settings) {
    const auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    auto output = run::open_pageable(settings);
    if (!output) return Status::unreadable;
    Report report(settings, run::presentation_for(settings, *output));
    report.begin(output->text());
    const run::RunResult result =
        run::read_bodies(settings, settings.arguments, *choice, *output, run::shared(report, *output));
    if (!result.nothing_to_read) report.end(*output);
    const bool failed = report.found_error() && !settings.exit_zero;
    return run::end_run_with_events(settings, *output, result, failed ? Status::found : Status::good);
}

}  // namespace hookspect::cli
