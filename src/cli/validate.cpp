#include "check/check.h"
#include "cli/bodies.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/run_end.h"
#include "report/finding_json.h"
#include "report/finding_text.h"
#include "report/summary.h"
#include "report/totals.h"

#include <algorithm>

namespace hookspect {
namespace {

/// What `validate` prints, in each of its formats.
class Report {
public:
    Report(const Settings& settings, Output& output)
        : output_(&output), presentation_(presentation_for(settings, output)) {
        if (settings.quiet) {
            form_ = Form::nothing;
        } else if (settings.format == "json") {
            form_ = Form::document;
            document_.begin(output.text());
        } else if (settings.format == "ndjson") {
            form_ = Form::lines;
        } else if (settings.summary) {
            form_ = Form::summary;
            presentation_.notes = true;  // the table lists them
        }
    }

    void add(const Body& body, std::span<const Finding> findings) {
        totals_.add(findings);
        switch (form_) {
            case Form::nothing: break;
            case Form::document: document_.add(output_->text(), body, findings); break;
            case Form::lines: add_lines(body, findings); break;
            case Form::summary: summary_.add(body, findings); break;
            case Form::text: add_text(body, findings); break;
        }
    }

    void end() {
        if (form_ == Form::document) document_.end(output_->text(), totals_);
        if (form_ == Form::summary) summary_.append_to(output_->text(), presentation_);
        const bool for_people = form_ == Form::text || form_ == Form::summary;
        if (for_people && totals_.events > 0) append_total(output_->text(), totals_, presentation_);
    }

    [[nodiscard]] bool found_error() const { return totals_.errors > 0; }

private:
    enum class Form : std::uint8_t { text, summary, lines, document, nothing };

    Output* output_;
    Presentation presentation_;
    Form form_ = Form::text;
    Totals totals_;
    Summary summary_;
    FindingsDocument document_;

    void add_lines(const Body& body, std::span<const Finding> findings) {
        for (const Finding& finding : findings) {
            append_finding_json(output_->text(), body, finding);
            output_->text() += '\n';
            output_->drain();
        }
    }

    void add_text(const Body& body, std::span<const Finding> findings) {
        for (const Finding& finding : findings) {
            if (finding.severity == Severity::note && !presentation_.notes) continue;
            append_finding(output_->text(), body, finding, presentation_);
            output_->drain();
        }
    }
};

}  // namespace

int run_validate(const Settings& settings) {
    const auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    auto output = open_output(settings);
    if (!output) return Status::unreadable;
    Report report(settings, *output);
    std::vector<Finding> findings;
    const auto use = [&](const Body& body) {
        findings.clear();
        find(body, settings.policy, findings);
        report.add(body, findings);
        return settings.quiet && report.found_error() ? Go::stop : Go::on;
    };
    const RunResult result = read_bodies(settings, settings.arguments, *choice, *output, {.use = use});
    if (!result.nothing_to_read) report.end();
    return end_run_with_events(settings, *output, result,
                               report.found_error() ? Status::found : Status::good);
}

}  // namespace hookspect
