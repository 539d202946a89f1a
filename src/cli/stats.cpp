#include "ops/stats.h"

#include "cli/bodies.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/query_errors.h"
#include "cli/run_end.h"
#include "report/stats_report.h"

namespace hookspect {

int run_stats(const Settings& settings) {
    auto paths = parse_paths(settings.by);
    if (const auto* error = std::get_if<QueryError>(&paths)) {
        tell_query_error(*error, settings.by, "--by");
        return Status::usage;
    }
    const auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    auto output = open_output(settings);
    if (!output) return Status::unreadable;
    Stats stats(std::get<std::vector<Path>>(std::move(paths)));
    Selection selection;
    for (const Path& path : stats.by()) select(path, selection);
    select(*choice, settings, selection);
    int status = Status::good;
    const auto use = [&](const Body& body) {
        if (body.fault) {
            status = Status::unreadable;
            tell_left_out(body, *output);
        } else {
            stats.add(*body.event);
        }
        return Go::on;
    };
    const RunResult result =
        read_bodies(settings, settings.arguments, *choice, *output, {.use = use, .selection = &selection});
    if (!result.nothing_to_read) {
        if (settings.format == "json") {
            append_stats_json(output->text(), stats, settings.top);
        } else if (settings.format == "csv") {
            append_stats_csv(output->text(), stats, settings.top);
        } else {
            append_stats_text(output->text(), stats, settings.top, presentation_for(settings, *output));
        }
    }
    return end_run(*output, result, status);
}

}  // namespace hookspect
