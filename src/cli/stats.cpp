#include "ops/stats.h"

#include "cli/commands.h"
#include "cli/expressions.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "event/limit_fault.h"
#include "report/stats/format.h"
#include "run/engine.h"
#include "run/finish.h"
#include "run/left_out.h"
#include "run/messages.h"

#include <array>

namespace hookspect::cli {
namespace {

using std::string_view;

struct StatsSettings {
    std::vector<std::string> arguments;  // files
    run::Options run;
    PrintOptions print;
    const report::StatsFormat* format = &report::stats_formats.front();
    std::vector<std::string> by;
    std::uint64_t top = run::unlimited;
};

/// Counts the events, and tells of bodies that are none, or counts them too where they were asked for.
class Counter {
public:
    Counter(std::vector<schema::Path> by, const event::Limits& limits, bool counts_unreadable)
        : stats_(std::move(by), limits.fields), limits_(limits), counts_unreadable_(counts_unreadable) {}

    run::Answer use(const event::Body& body, output::Printed& printed) {
        if (body.fault && counts_unreadable_) {
            stats_.add_unreadable();
        } else if (!left_out_.takes(body, printed) && !stats_.add(*body.event)) {
            left_out_.leave(
                body,
                event::too_many(limits_, 0, "combination of --by values", "combinations of --by values"),
                printed);
        }
        return run::Answer::go_on;
    }

    [[nodiscard]] Counter part() const { return {stats_.by(), limits_, counts_unreadable_}; }

    [[nodiscard]] run::Answer join(const Counter& part) {
        stats_.add(part.stats_);
        left_out_.add(part.left_out_);
        return run::Answer::go_on;
    }

    [[nodiscard]] const ops::Stats& stats() const { return stats_; }
    [[nodiscard]] const run::LeftOut& left_out() const { return left_out_; }

private:
    ops::Stats stats_;
    event::Limits limits_;
    bool counts_unreadable_;
    run::LeftOut left_out_;
};

run::Status stats(const StatsSettings& settings) {
    auto paths = compile_paths(
        settings.by.empty() ? std::vector<std::string>{"event.resource,event.name"} : settings.by, "--by");
    const auto choice = compile_choice(settings.run, settings.print);
    if (!paths || !choice) return run::Status::usage;
    if (!has_input(settings.run, settings.arguments)) return run::Status::usage;
    auto output = open_output(settings.print, *settings.format, false);
    if (!output) return run::Status::unreadable;
    Counter counter(std::move(*paths), settings.run.reading.limits, run::asks_validator(*choice));
    const ops::Stats& counts = counter.stats();
    event::Selection selection;
    for (const schema::Path& path : counts.by()) event::select(path, selection);
    run::select(*choice, selection);
    run::RunResult result = run::read_bodies(settings.run, settings.arguments, *choice, *output,
                                             run::shared(counter, &selection));
    result.left_out = counter.left_out().count();
    settings.format->append(output->text(), counts, settings.top, presentation_for(settings.print, *output));
    return run::end_run(*output, result, run::Needs::events, counter.left_out().status());
}

// The command line

MaybeError store_top(StatsSettings& settings, string_view value) {
    return keep(parse_count(value, 1, any_count), settings.top);
}

constexpr auto format_names = report::names_of(report::stats_formats);
constexpr ValueKind format_value{"NAME", nullptr, format_names};

constexpr auto rows = std::to_array<OptionRow<StatsSettings>>({
    {{"format", 'f', format_value, "output format"}, keep_row<report::stats_formats, &StatsSettings::format>},
    {{"by", '\0', paths_value, "count by the values at these paths (event.resource,event.name)"},
     add_text<&StatsSettings::by>},
    {{"top", '\0', number_value, "print only the N most frequent rows"}, store_top},
});
constexpr OptionGroup<StatsSettings> options = group<rows>("stats");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&StatsSettings::run>(event_options),
    in<&StatsSettings::run>(framing_options),
    in<&StatsSettings::run>(file_list_options),
    in<&StatsSettings::run>(syntax_options),
    in<&StatsSettings::run>(rule_options),
    in<&StatsSettings::print>(output_options),
    in<&StatsSettings::print>(present_options),
    in<&StatsSettings::run>(progress_options),
    in<&StatsSettings::run>(thread_options),
    in<&StatsSettings::run>(limit_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"count", "stats"},
    {"stat", "stats"},
    {"summary", "stats"},
    {"report", "stats"},
});
constexpr std::array<Argument, 1> arguments{{{files_argument, true}}};
constexpr std::array<string_view, 2> examples{
    "hookspect stats captures/",
    "hookspect stats --by interaction.state,interaction.preset --top 10 deliveries.ndjson",
};

}  // namespace

constinit const Command stats_command{
    .name = "stats",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "count events by any field",
    .examples = examples,
    .groups = groups,
    .start = start<StatsSettings, stats>,
};

}  // namespace hookspect::cli
