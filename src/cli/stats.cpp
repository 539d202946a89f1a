#include "ops/stats.h"

#include "cli/expressions.h"
#include "cli/options.h"
#include "event/limit_fault.h"
#include "report/stats/report.h"
#include "run/bodies.h"
#include "run/messages.h"
#include "run/printing.h"
#include "run/run_end.h"

namespace hookspect::cli {
namespace {

/// Counts the events, and tells of bodies that are none, or counts them too where they were asked for.
class Counter {
public:
    Counter(std::vector<schema::Path> by, const event::Limits& limits, bool counts_unreadable)
        : stats_(std::move(by), limits.fields), limits_(limits), counts_unreadable_(counts_unreadable) {}

    run::Go use(const event::Body& body, output::Printed& printed) {
        if (body.fault && counts_unreadable_) {
            stats_.add_unreadable();
        } else if (!left_out_.takes(body, printed) && !stats_.add(*body.event)) {
            left_out_.leave(
                body,
                event::too_many(limits_, 0, "combination of --by values", "combinations of --by values"),
                printed);
        }
        return run::Go::on;
    }

    [[nodiscard]] Counter part() const { return {stats_.by(), limits_, counts_unreadable_}; }

    [[nodiscard]] bool join(const Counter& part) {
        stats_.add(part.stats_);
        left_out_.add(part.left_out_);
        return true;
    }

    [[nodiscard]] const ops::Stats& stats() const { return stats_; }
    [[nodiscard]] const run::LeftOut& left_out() const { return left_out_; }

private:
    ops::Stats stats_;
    event::Limits limits_;
    bool counts_unreadable_;
    run::LeftOut left_out_;
};

}  // namespace

int run_stats(const Settings& settings) {
    auto paths = compile_paths(
        settings.by.empty() ? std::vector<std::string>{"event.resource,event.name"} : settings.by, "--by");
    const auto choice = compile_choice(settings);
    if (!paths || !choice) return Status::usage;
    auto output = run::open_output(settings);
    if (!output) return Status::unreadable;
    Counter counter(std::move(*paths), settings.reading.limits, run::asks_validator(*choice));
    const ops::Stats& stats = counter.stats();
    event::Selection selection;
    for (const schema::Path& path : stats.by()) event::select(path, selection);
    run::select(*choice, settings, selection);
    run::RunResult result = run::read_bodies(settings, settings.arguments, *choice, *output,
                                             run::shared(counter, *output, &selection));
    result.left_out = counter.left_out().count();
    if (!result.nothing_to_read) {
        if (settings.format == "json") {
            report::append_stats_json(output->text(), stats, settings.top);
        } else if (settings.format == "csv") {
            report::append_stats_csv(output->text(), stats, settings.top, run::csv_for(settings, *output));
        } else {
            report::append_stats_text(output->text(), stats, settings.top,
                                      run::presentation_for(settings, *output));
        }
    }
    return run::end_run(*output, result, counter.left_out().status());
}

}  // namespace hookspect::cli
