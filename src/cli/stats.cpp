#include "ops/stats.h"

#include "cli/options.h"
#include "event/limit_fault.h"
#include "report/stats/report.h"
#include "run/bodies.h"
#include "run/messages.h"
#include "run/printing.h"
#include "run/run_end.h"

namespace hookspect {
namespace {

/// Counts the events, and tells of bodies that are none, or counts them too where they were asked for.
class Counter {
public:
    Counter(std::vector<Path> by, const Limits& limits, bool counts_unreadable)
        : stats_(std::move(by), limits.fields), limits_(limits), counts_unreadable_(counts_unreadable) {}

    Go use(const Body& body, Printed& printed) {
        if (body.fault && counts_unreadable_) {
            stats_.add_unreadable();
        } else if (!left_out_.takes(body, printed) && !stats_.add(*body.event)) {
            left_out_.leave(body,
                            too_many(limits_, 0, "combination of --by values", "combinations of --by values"),
                            printed);
        }
        return Go::on;
    }

    [[nodiscard]] Counter part() const { return {stats_.by(), limits_, counts_unreadable_}; }

    [[nodiscard]] bool join(const Counter& part) {
        stats_.add(part.stats_);
        left_out_.add(part.left_out_);
        return true;
    }

    [[nodiscard]] const Stats& stats() const { return stats_; }
    [[nodiscard]] const LeftOut& left_out() const { return left_out_; }

private:
    Stats stats_;
    Limits limits_;
    bool counts_unreadable_;
    LeftOut left_out_;
};

}  // namespace

int run_stats(const Settings& settings) {
    auto paths = compile_paths(
        settings.by.empty() ? std::vector<std::string>{"event.resource,event.name"} : settings.by, "--by");
    const auto choice = compile_choice(settings);
    if (!paths || !choice) return Status::usage;
    auto output = open_output(settings);
    if (!output) return Status::unreadable;
    Counter counter(std::move(*paths), settings.reading.limits, asks_validator(*choice));
    const Stats& stats = counter.stats();
    Selection selection;
    for (const Path& path : stats.by()) select(path, selection);
    select(*choice, settings, selection);
    RunResult result =
        read_bodies(settings, settings.arguments, *choice, *output, shared(counter, *output, &selection));
    result.left_out = counter.left_out().count();
    if (!result.nothing_to_read) {
        if (settings.format == "json") {
            append_stats_json(output->text(), stats, settings.top);
        } else if (settings.format == "csv") {
            append_stats_csv(output->text(), stats, settings.top, csv_for(settings, *output));
        } else {
            append_stats_text(output->text(), stats, settings.top, presentation_for(settings, *output));
        }
    }
    return end_run(*output, result, counter.left_out().status());
}

}  // namespace hookspect
