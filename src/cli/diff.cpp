#include "ops/diff.h"

#include "cli/commands.h"
#include "cli/diff_captures.h"
#include "cli/diff_patch.h"
#include "cli/expressions.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "run/finish.h"
#include "run/messages.h"

#include <algorithm>
#include <array>

namespace hookspect::cli {
namespace {

using std::string_view;

std::string shown_name(const std::string& input) {
    return input == "-" ? "standard input" : input;
}

/// Tells that an input has no event.
void tell_empty(const DiffSideInput& side, const DiffSettings& settings, const std::string& input) {
    if (!side.places.empty() || side.result.unreadable_input) return;
    const bool chosen =
        !settings.run.events.empty() || !settings.run.where.empty() || settings.run.limit == 0;
    run::tell(
        {"no event in " + shown_name(input), chosen ? "the options may have excluded every event" : ""});
}

std::optional<ops::DiffOptions> compile(const DiffSettings& settings) {
    auto only = compile_paths(settings.only_paths, "--only");
    auto ignored = compile_paths(settings.ignored_paths, "--ignore");
    if (!only || !ignored) return std::nullopt;
    return ops::DiffOptions{.raw = settings.raw, .only = std::move(*only), .ignore = std::move(*ignored)};
}

bool has_two_inputs(const DiffSettings& settings) {
    const auto& inputs = settings.arguments;
    if (inputs.size() != 2) {
        const std::string fault = inputs.size() < 2
                                      ? "diff needs two inputs"
                                      : "diff takes two inputs, not " + std::to_string(inputs.size());
        run::tell({fault, "hookspect diff before.json after.json"});
        return false;
    }
    if (inputs[0] != "-" || inputs[1] != "-") return true;
    run::tell({"standard input can be one of the two inputs, not both", {}});
    return false;
}

void print(output::Output& output, const DiffSettings& settings, const ops::Difference& difference,
           const ops::Both<intake::StoredEvent>& places) {
    const auto& inputs = settings.arguments;
    const bool in_part = !settings.only_paths.empty() || !settings.ignored_paths.empty();
    settings.format->append(output.text(), difference,
                            {{inputs[0], places.before.number, places.before.line},
                             {inputs[1], places.after.number, places.after.line}},
                            in_part, presentation_for(settings.print, output));
}

run::Status compare_events(const DiffSettings& settings, const ops::Both<DiffSideInput*>& sides,
                           const ops::DiffOptions& options, output::Output& output) {
    const ops::Both<intake::StoredEvent> places{sides.before->places.front(), sides.after->places.front()};
    const auto before = sides.before->stored.event(places.before);
    const auto after = sides.after->stored.event(places.after);
    if (!before || !after) {
        run::tell(before ? after.error() : before.error());
        return run::Status::unreadable;
    }
    if (settings.format->patch != nullptr) return print_patch(settings, **before, **after, output);
    const ops::Difference difference = ops::diff(**before, **after, options);
    if (!settings.quiet) print(output, settings, difference, places);
    return difference.same() ? run::Status::good : run::Status::found;
}

/// Compares what was read: two events, or two captures.
run::Status compare(const DiffSettings& settings, const ops::Both<DiffSideInput*>& sides,
                    const ops::DiffOptions& options, output::Output& output) {
    const std::size_t before = sides.before->places.size();
    const std::size_t after = sides.after->places.size();
    if (before == 1 && after == 1) return compare_events(settings, sides, options, output);
    if (settings.format->patch != nullptr && (before > 1 || after > 1)) {
        run::tell({shown_name(settings.arguments[before > 1 ? 0 : 1]) + " has more than one event, and -f " +
                       std::string(settings.format->name) + " needs one on each side",
                   "use -n 1, --event, --where or --latest to choose one"});
        return run::Status::usage;
    }
    const bool failed = (before == 0 && sides.before->failed()) || (after == 0 && sides.after->failed());
    if (failed || before + after < 2) {
        tell_empty(*sides.before, settings, settings.arguments[0]);
        tell_empty(*sides.after, settings, settings.arguments[1]);
        output.discard("there is nothing to compare");
        return run::Status::unreadable;
    }
    return compare_captures(settings, sides, options, output);
}

run::Status diff(const DiffSettings& settings) {
    if (!has_two_inputs(settings)) return run::Status::usage;
    const auto choice = compile_choice(settings.run, settings.print);
    const auto options = compile(settings);
    auto by = compile_paths(settings.by, "--by");
    if (!choice || !options || !by) return run::Status::usage;
    auto output = open_output(settings.print, *settings.format, reads_stdin(settings.arguments));
    if (!output) return run::Status::unreadable;
    DiffSideInput before(settings.run.reading);
    DiffSideInput after(settings.run.reading);
    ops::PairingKeys keys(*std::move(by));
    read_side(before, settings.run, settings.arguments[0], *choice, keys, *output);
    read_side(after, settings.run, settings.arguments[1], *choice, keys, *output);
    const bool failed = before.failed() || after.failed();
    if (before.result.unreadable_input || after.result.unreadable_input)
        output->discard("an input could not be read to its end");
    const run::Status status = compare(settings, {&before, &after}, *options, *output);
    return run::finish(*output, failed ? std::max(status, run::Status::unreadable) : status);
}

// The command line

constexpr auto format_names = report::names_of(report::diff_formats);
constexpr ValueKind format_value{"NAME", nullptr, format_names};

constexpr auto rows = std::to_array<OptionRow<DiffSettings>>({
    {{"format", 'f', format_value, "output format"}, keep_row<report::diff_formats, &DiffSettings::format>},
    {{"only", '\0', paths_value, "compare only the values at these paths"},
     add_text<&DiffSettings::only_paths>},
    {{"ignore", '\0', paths_value, "do not compare the values at these paths"},
     add_text<&DiffSettings::ignored_paths>},
    {{"raw", '\0', flag, "compare as JSON: null differs from missing, lists are ordered"},
     set<&DiffSettings::raw>},
    {{"by", '\0', paths_value, "pair events by the values at these paths"}, add_text<&DiffSettings::by>},
    {{"full", '\0', flag, "wrap long text instead of clipping it"},
     set<&DiffSettings::print, &PrintOptions::full>},
    {{"quiet", 'q', flag, "print nothing"}, set<&DiffSettings::quiet>},
});
constexpr OptionGroup<DiffSettings> options = group<rows>("diff");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&DiffSettings::run>(event_options),
    in<&DiffSettings::run>(framing_options),
    in<&DiffSettings::print>(output_options),
    in<&DiffSettings::print>(pager_options),
    in<&DiffSettings::print>(present_options),
    in<&DiffSettings::run>(progress_options),
    in<&DiffSettings::run>(limit_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"compare", "diff"},
    {"cmp", "diff"},
});
constexpr std::array<Argument, 2> arguments{{{{"A", complete_file}}, {{"B", complete_file}}}};
constexpr std::array<string_view, 5> examples{
    "hookspect diff monday.json tuesday.json",
    "hookspect diff --ignore campaign.summary -f json monday.json tuesday.json",
    "hookspect diff delivery.json delivery.form",
    "hookspect diff -f json-patch monday.json tuesday.json",
    "hookspect diff monday.ndjson tuesday.ndjson",
};

}  // namespace

constinit const Command diff_command{
    .name = "diff",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "compare two events or captures",
    .examples = examples,
    .groups = groups,
    .start = start<DiffSettings, diff>,
};

}  // namespace hookspect::cli
