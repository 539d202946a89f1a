#include "check/checker.h"
#include "cli/commands.h"
#include "cli/expressions.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "finding/baseline.h"
#include "finding/fingerprint.h"
#include "intake/source/inputs.h"
#include "report/finding/format.h"
#include "report/finding/listing.h"
#include "report/finding/summary.h"
#include "report/finding/text.h"
#include "report/finding/totals.h"
#include "run/engine.h"
#include "run/finish.h"
#include "run/messages.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

namespace hookspect::cli {
namespace {

using std::string_view;

struct ValidateSettings {
    std::vector<std::string> arguments;  // files
    run::Options run;
    PrintOptions print;
    const report::FindingFormat* format = &report::finding_formats.front();
    bool summary = false;
    bool quiet = false;
    bool exit_zero = false;
    std::uint64_t max_findings = run::unlimited;
    std::optional<std::string> baseline;  // a file
};

/// What `validate` prints.
class Report {
public:
    /// `baseline`: findings that are passed over; null: none.
    Report(const ValidateSettings& settings, report::Presentation presentation,
           const finding::Baseline* baseline)
        : settings_(&settings),
          baseline_(baseline),
          format_(settings.format),
          presentation_(std::move(presentation)),
          limits_{settings.print.notes || !format_->for_people, settings.max_findings,
                  format_->most_of_severity},
          listing_(limits_) {
        if (settings.summary && !settings.quiet) summary_.emplace();
        if (summary_) presentation_.notes = true;  // the table lists them
        checker_ = check::Checker(
            {.policy = settings.run.policy, .now = presentation_.now, .least_in_words = least_in_words()});
    }

    void begin(std::string& out) const {
        if (is_listing() && format_->begin != nullptr) format_->begin(out);
    }

    run::Answer use(const event::Body& body, output::Printed& printed) {
        findings_.clear();
        checker_.check(body, findings_);
        if (baseline_ != nullptr) pass_over_known(body);
        totals_.add(findings_);
        if (summary_) summary_->add(body, findings_);
        if (is_listing()) list(body, printed.text);
        return settings_->quiet && found_error() ? run::Answer::stop : run::Answer::go_on;
    }

    [[nodiscard]] Report part() const {
        Report part(*settings_, presentation_, baseline_);
        part.listing_ = listing_.part();
        return part;
    }

    [[nodiscard]] run::Answer join(const Report& part) {
        if (summary_ && !summary_->add(*part.summary_)) return run::Answer::not_mine;
        if (!listing_.join(part.listing_)) return run::Answer::not_mine;
        totals_.add(part.totals_);
        passed_over_ += part.passed_over_;
        return run::Answer::go_on;
    }

    void end(output::Output& output) const {
        if (summary_) summary_->append_to(output.text(), presentation_);
        if (is_listing() && format_->end != nullptr) format_->end(output.text(), totals_);
        if (!settings_->quiet && format_->for_people && totals_.events > 0) {
            report::append_total(output.text(), totals_, presentation_);
        }
        if (totals_.unlisted > 0) tell_below(output, report::unlisted_text(totals_, limits_));
        if (passed_over_ > 0 && !settings_->quiet) {
            tell_below(output, fmt::format("{} {} of the baseline passed over", passed_over_,
                                           passed_over_ == 1 ? "finding" : "findings"));
        }
    }

    /// What comes between what is printed for two bodies.
    [[nodiscard]] std::string_view separator() const { return is_listing() ? format_->separator : ""; }

    [[nodiscard]] bool found_error() const { return totals_.errors > 0; }

private:
    const ValidateSettings* settings_;
    const finding::Baseline* baseline_;
    const report::FindingFormat* format_;
    report::Presentation presentation_;
    report::ListingLimits limits_;
    report::Listing listing_;
    report::Totals totals_;
    std::optional<report::Summary> summary_;  // in place of a list
    check::Checker checker_;
    std::uint64_t passed_over_ = 0;  // findings
    std::vector<finding::Finding> findings_;

    [[nodiscard]] bool is_listing() const { return !settings_->quiet && !summary_; }

    /// Notes that are only counted need no words.
    [[nodiscard]] schema::Severity least_in_words() const {
        // A fingerprint is made of the words.
        const bool counted = baseline_ == nullptr && (settings_->quiet || (is_listing() && !limits_.notes));
        return counted ? schema::Severity::warning : schema::Severity::note;
    }

    void pass_over_known(const event::Body& body) {
        passed_over_ += std::erase_if(findings_, [&](const finding::Finding& finding) {
            return baseline_->has(finding::fingerprint_of(body, finding));
        });
    }

    void list(const event::Body& body, std::string& out) {
        listing_.choose(findings_, totals_);
        format_->add(out, body, findings_, presentation_);
    }

    /// Below the total; a format for programs has no room for it.
    void tell_below(output::Output& output, const std::string& text) const {
        if (format_->for_people) {
            output.text().append("  ").append(text).append("\n");
        } else {
            output.flush();  // so that both streams on one terminal come in order
            run::tell({text, {}});
        }
    }
};

/// The baseline that the settings name, or nothing where that was printed to be wrong.
std::optional<finding::Baseline> read_baseline(const std::string& path) {
    const auto text = intake::read_text(path);
    if (!text) {
        run::tell({"--baseline: " + text.error().message, text.error().hint});
        return std::nullopt;
    }
    auto baseline = finding::Baseline::read(*text);
    if (baseline) return std::move(*baseline);
    run::tell({"--baseline: " + path + ": " + baseline.error().message, baseline.error().hint});
    return std::nullopt;
}

run::Status validate(const ValidateSettings& settings) {
    const auto choice = compile_choice(settings.run, settings.print);
    if (!choice) return run::Status::usage;
    std::optional<finding::Baseline> baseline;
    if (settings.baseline) {
        baseline = read_baseline(*settings.baseline);
        if (!baseline) return run::Status::usage;
    }
    if (!has_input(settings.run, settings.arguments)) return run::Status::usage;
    auto output = open_output(settings.print, *settings.format, reads_stdin(settings.arguments));
    if (!output) return run::Status::unreadable;
    Report report(settings, presentation_for(settings.print, *output), baseline ? &*baseline : nullptr);
    report.begin(output->text());
    const run::RunResult result = run::read_bodies(settings.run, settings.arguments, *choice, *output,
                                                   run::shared(report, nullptr, report.separator()));
    report.end(*output);
    const bool failed = report.found_error() && !settings.exit_zero;
    return run::end_run(*output, result, run::Needs::findings,
                        failed ? run::Status::found : run::Status::good);
}

// The command line

MaybeError store_max_findings(ValidateSettings& settings, string_view value) {
    return keep(parse_count(value, 1, any_count), settings.max_findings);
}

MaybeError check(const ValidateSettings& settings) {
    const bool is_text = settings.format == &report::finding_formats.front();
    if (settings.summary && !is_text) {
        return base::Error{
            fmt::format("--summary prints text, so it cannot be combined with -f {}", settings.format->name),
            {}};
    }
    const bool counts_all = settings.format->content == report::Content::xml;  // before the first finding
    if (settings.max_findings != run::unlimited && (settings.summary || counts_all)) {
        return base::Error{
            fmt::format("--max-findings cannot be combined with {}",
                        settings.summary ? "--summary" : fmt::format("-f {}", settings.format->name)),
            {}};
    }
    return {};
}

constexpr auto format_names = report::names_of(report::finding_formats);
constexpr ValueKind format_value{"NAME", nullptr, format_names};

constexpr auto rows = std::to_array<OptionRow<ValidateSettings>>({
    {{"format", 'f', format_value, "output format"},
     keep_row<report::finding_formats, &ValidateSettings::format>},
    {{"summary", '\0', flag, "group findings by rule, path and value"}, set<&ValidateSettings::summary>},
    {{"max-findings", '\0', number_value, "list at most N findings, and count the others"},
     store_max_findings},
    {{"baseline", '\0', file_value,
      "only findings that are not in FILE, an earlier run's -f sarif or ndjson"},
     keep_file<&ValidateSettings::baseline>},
    {{"exit-zero", '\0', flag, "exit with status 0 even if there are errors"},
     set<&ValidateSettings::exit_zero>},
    {{"quiet", 'q', flag, "print nothing, and stop at the first error"}, set<&ValidateSettings::quiet>},
});
constexpr OptionGroup<ValidateSettings> options = group<rows, check>("validate");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&ValidateSettings::run>(event_options),
    in<&ValidateSettings::run>(framing_options),
    in<&ValidateSettings::run>(file_list_options),
    in<&ValidateSettings::run>(rule_options),
    in<&ValidateSettings::print>(note_options),
    in<&ValidateSettings::print>(output_options),
    in<&ValidateSettings::print>(pager_options),
    in<&ValidateSettings::print>(link_options),
    in<&ValidateSettings::print>(present_options),
    in<&ValidateSettings::run>(progress_options),
    in<&ValidateSettings::run>(thread_options),
    in<&ValidateSettings::run>(limit_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"lint", "validate"},
    {"check", "validate"},
    {"verify", "validate"},
    {"test", "validate"},
});
constexpr std::array<Argument, 1> arguments{{{files_argument, true}}};
constexpr std::array<string_view, 3> examples{
    "hookspect validate deliveries.ndjson",
    "hookspect validate --strict --ignore untranslated captures/",
    "pbpaste | hookspect validate -f ndjson",
};

}  // namespace

constinit const Command validate_command{
    .name = "validate",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "check bodies against the documented schema",
    .examples = examples,
    .groups = groups,
    .start = start<ValidateSettings, validate>,
};

}  // namespace hookspect::cli
