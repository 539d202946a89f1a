#include "ops/diff.h"

#include "cli/diff_captures.h"
#include "cli/diff_patch.h"
#include "cli/expressions.h"
#include "cli/options.h"
#include "report/diff/json.h"
#include "report/diff/text.h"
#include "run/messages.h"
#include "run/printing.h"

#include <algorithm>

namespace hookspect::cli {
namespace {

bool is_patch(const Settings& settings) {
    return settings.format == "json-patch" || settings.format == "merge-patch";
}

std::string shown_name(const std::string& input) {
    return input == "-" ? "standard input" : input;
}

/// Tells that an input has no event.
void tell_empty(const DiffSideInput& side, const Settings& settings, const std::string& input) {
    if (!side.places.empty() || side.result.unreadable_input) return;
    const bool chosen = !settings.events.empty() || !settings.where.empty() || settings.limit == 0;
    run::tell(
        {"no event in " + shown_name(input), chosen ? "the options left out all there are, if any" : ""});
}

std::optional<ops::DiffOptions> compile(const Settings& settings) {
    auto only = compile_paths(settings.only_paths, "--only");
    auto ignored = compile_paths(settings.ignored_paths, "--ignore");
    if (!only || !ignored) return std::nullopt;
    return ops::DiffOptions{.raw = settings.raw, .only = std::move(*only), .ignore = std::move(*ignored)};
}

bool has_two_inputs(const Settings& settings) {
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

/// The input, with the line where that is not the only event.
std::string place_of(const std::string& input, const intake::StoredEvent& place) {
    return place.number == 1 ? input : input + ":" + std::to_string(place.line);
}

void print(output::Output& output, const Settings& settings, const ops::Difference& difference,
           const ops::Both<intake::StoredEvent>& places) {
    const auto& inputs = settings.arguments;
    if (settings.format == "json") {
        report::append_diff_json(output.text(), difference,
                                 {{inputs[0], places.before.number}, {inputs[1], places.after.number}});
        return;
    }
    const ops::Both<std::string> names{place_of(inputs[0], places.before), place_of(inputs[1], places.after)};
    const bool in_part = !settings.only_paths.empty() || !settings.ignored_paths.empty();
    report::append_diff_text(output.text(), difference, {names.before, names.after}, in_part,
                             run::presentation_for(settings, output));
}

int compare_events(const Settings& settings, const ops::Both<DiffSideInput*>& sides,
                   const ops::DiffOptions& options, output::Output& output) {
    const ops::Both<intake::StoredEvent> places{sides.before->places.front(), sides.after->places.front()};
    const auto before = sides.before->stored.event(places.before);
    const auto after = sides.after->stored.event(places.after);
    if (!before || !after) {
        run::tell(before ? after.error() : before.error());
        return Status::unreadable;
    }
    if (is_patch(settings)) return print_patch(settings, **before, **after, output);
    const ops::Difference difference = ops::diff(**before, **after, options);
    if (!settings.quiet) print(output, settings, difference, places);
    return difference.same() ? Status::good : Status::found;
}

/// Compares what was read: two events, or two captures.
int compare(const Settings& settings, const ops::Both<DiffSideInput*>& sides, const ops::DiffOptions& options,
            output::Output& output) {
    const std::size_t before = sides.before->places.size();
    const std::size_t after = sides.after->places.size();
    if (before == 1 && after == 1) return compare_events(settings, sides, options, output);
    if (is_patch(settings) && (before > 1 || after > 1)) {
        run::tell({shown_name(settings.arguments[before > 1 ? 0 : 1]) + " has more than one event, and -f " +
                       settings.format + " is for one on each side",
                   "-n 1, --event, --where and --latest choose one of them"});
        return Status::usage;
    }
    const bool failed = (before == 0 && sides.before->failed()) || (after == 0 && sides.after->failed());
    if (failed || before + after < 2) {
        tell_empty(*sides.before, settings, settings.arguments[0]);
        tell_empty(*sides.after, settings, settings.arguments[1]);
        output.discard("there is nothing to compare");
        return Status::unreadable;
    }
    return compare_captures(settings, sides, options, output);
}

}  // namespace

int run_diff(const Settings& settings) {
    if (!has_two_inputs(settings)) return Status::usage;
    const auto choice = compile_choice(settings);
    const auto options = compile(settings);
    const auto by = compile_paths(settings.by, "--by");
    if (!choice || !options || !by) return Status::usage;
    auto output = run::open_pageable(settings);
    if (!output) return Status::unreadable;
    DiffSideInput before(settings.reading);
    DiffSideInput after(settings.reading);
    read_side(before, settings, settings.arguments[0], *choice, *by, *output);
    read_side(after, settings, settings.arguments[1], *choice, *by, *output);
    const bool failed = before.failed() || after.failed();
    if (before.result.unreadable_input || after.result.unreadable_input)
        output->discard("an input could not be read to its end");
    const int status = compare(settings, {&before, &after}, *options, *output);
    return run::finish(*output, failed ? std::max(status, Status::unreadable) : status);
}

}  // namespace hookspect::cli
