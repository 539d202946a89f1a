#include "ops/translations.h"

#include "cli/expressions.h"
#include "cli/options.h"
#include "report/translations/translations.h"
#include "run/bodies.h"
#include "run/printing.h"
#include "run/run_end.h"

#include <algorithm>

namespace hookspect::cli {
namespace {

/// Collects what is translated, and tells of bodies that are no events.
class Collector {
public:
    run::Go use(const event::Body& body, output::Printed& printed) {
        if (!left_out_.takes(body, printed)) translations_.add(*body.event);
        return run::Go::on;
    }

    [[nodiscard]] static Collector part() { return {}; }

    [[nodiscard]] bool join(Collector& part) {
        translations_.add(std::move(part.translations_));
        left_out_.add(part.left_out_);
        return true;
    }

    [[nodiscard]] const ops::Translations& translations() const { return translations_; }
    [[nodiscard]] const run::LeftOut& left_out() const { return left_out_; }

private:
    ops::Translations translations_;
    run::LeftOut left_out_;
};

}  // namespace

int run_translations(const Settings& settings) {
    auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    choice->latest = false;  // of each campaign the last event counts in any case
    auto output = run::open_output(settings);
    if (!output) return Status::unreadable;
    Collector collector;
    event::Selection selection;
    ops::select_translations(selection);
    run::select(*choice, settings, selection);
    run::RunResult result = run::read_bodies(settings, settings.arguments, *choice, *output,
                                             run::shared(collector, *output, &selection));
    result.left_out = collector.left_out().count();
    int status = collector.left_out().status();
    if (settings.fail_under && result.bodies == 0) {  // a gate must not pass because there was nothing to see
        return run::end_run_with_events(settings, *output, result, status);
    }
    if (!result.nothing_to_read) {
        const report::TranslationTable table(collector.translations());
        if (settings.format == "json") {
            report::append_translations_json(output->text(), table);
        } else if (settings.format == "csv") {
            report::append_translations_csv(output->text(), table, run::csv_for(settings, *output));
        } else {
            report::append_translations_text(output->text(), table, {settings.fail_under, settings.missing},
                                             run::presentation_for(settings, *output));
        }
        const bool failed = settings.fail_under && table.count_under(*settings.fail_under) > 0;
        if (failed) status = std::max(status, Status::found);
    }
    return run::end_run(*output, result, status);
}

}  // namespace hookspect::cli
