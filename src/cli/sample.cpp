#include "ops/sample.h"

#include "cli/commands.h"
#include "cli/edits.h"
#include "cli/expressions.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/query_errors.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "run/finish.h"
#include "run/messages.h"
#include "run/status.h"
#include "schema/fields.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <array>

namespace hookspect::cli {
namespace {

using std::string_view;

struct SampleSettings {
    std::vector<std::string> arguments;  // a kind of event, or none
    PrintOptions print;
    std::string to;  // empty: JSON for one event, else NDJSON
    std::uint64_t count = 1;
    bool counted = false;  // -n was given
    std::uint64_t seed = 1;
    ops::SampleSize size = ops::SampleSize::typical;
    std::optional<std::string> languages;
    Edits edits;
    std::optional<schema::Rule> broken;
};

/// The kind of event that the arguments name, if they name one.
std::optional<base::Error> store_kind(const std::vector<std::string>& arguments, ops::SceneOptions& scene) {
    if (arguments.empty()) return {};
    const auto kinds = parse_events(arguments.front());
    if (!kinds) return kinds.error();
    if (arguments.size() > 1 || kinds->size() > 1) {
        return base::Error{
            fmt::format("sample takes one kind of event, not \"{}\"", fmt::join(arguments, " ")), {}};
    }
    scene.resource = kinds->front().resource;
    scene.name = kinds->front().name;
    if (ops::can_happen(scene.resource, scene.name)) return {};
    return base::Error{
        fmt::format("there is no {}.{}: only campaigns are published", scene.resource, scene.name),
        fmt::format("did you mean campaign.{}?", scene.name)};
}

/// Without -n, one event for a person to read.
ops::SampleLayout layout_of(const SampleSettings& settings) {
    if (settings.to == "form") return ops::SampleLayout::form;
    const bool indented = settings.to == "json" || (settings.to.empty() && !settings.counted);
    return indented ? ops::SampleLayout::indented : ops::SampleLayout::line;
}

std::optional<base::Error> check_broken(const ops::SampleOptions& options) {
    if (!options.broken) return {};
    const std::string_view rule = schema::rule_info(*options.broken).name;
    const ops::SampleBreaker breaker(*options.broken);
    const bool form = options.layout == ops::SampleLayout::form;
    if (!breaker.can_occur_in(form ? event::Encoding::form : event::Encoding::json)) {
        return base::Error{fmt::format("--break: a {} body cannot break {}", form ? "form" : "JSON", rule),
                           form ? "remove --to form" : "did you mean --to form?"};
    }
    const std::string conflict = breaker.conflict(options.scene);
    if (conflict.empty()) return {};
    return base::Error{fmt::format("--break: this kind of event cannot break {}: {}", rule, conflict), {}};
}

std::optional<base::Error> check_samples(const SampleSettings& settings, ops::SampleOptions& options) {
    options.seed = settings.seed;
    options.layout = layout_of(settings);
    options.scene.size = settings.size;
    options.broken = settings.broken;
    if (auto error = store_kind(settings.arguments, options.scene)) return error;
    return check_broken(options);
}

run::Status sample(const SampleSettings& settings) {
    ops::SampleOptions options;
    if (const auto error = check_samples(settings, options)) {
        run::tell(*error);
        return run::Status::usage;
    }
    const auto languages = compile_languages(settings.languages);
    auto edits = compile_edits(settings.edits);
    if (!languages || !edits) return run::Status::usage;
    options.edits = std::move(*edits);
    options.scene.languages.assign(languages->begin(), languages->end());
    auto output = open_output(settings.print, report::Content::json);  // a form is plain ASCII
    if (!output) return run::Status::unreadable;
    ops::Sampler sampler(options);
    for (std::uint64_t i = 0; i < settings.count && !output->failed(); ++i) {
        sampler.append(output->text(), i);
        output->text() += '\n';
        output->drain();
    }
    return run::finish(*output, run::Status::good);
}

// The command line

MaybeError store_count(SampleSettings& settings, string_view value) {
    settings.counted = true;
    return keep(parse_count(value, 0, any_count), settings.count);
}

MaybeError store_seed(SampleSettings& settings, string_view value) {
    return keep(parse_count(value, 0, any_count), settings.seed);
}

constexpr std::array<string_view, 3> sizes{"small", "typical", "large"};  // in the order of SampleSize

MaybeError store_size(SampleSettings& settings, string_view value) {
    settings.size = static_cast<ops::SampleSize>(place_in(sizes, value));
    return {};
}

MaybeError store_broken(SampleSettings& settings, string_view value) {
    const auto rule = parse_rules(value);
    if (!rule) return rule.error();
    if (rule->size() > 1) return base::Error{fmt::format("\"{}\" names more than one rule", value), {}};
    settings.broken = rule->front();
    return {};
}

/// The kinds of events that can happen.
void complete_kind(const Candidates& candidates) {
    for (const string_view resource : schema::field(schema::ids::event_resource).values) {
        candidates.add(resource);
        const std::string dotted = std::string(resource) + ".";
        if (!candidates.start().starts_with(dotted)) continue;
        for (const string_view name : schema::field(schema::ids::event_name).values) {
            if (ops::can_happen(resource, name)) candidates.add(dotted + std::string(name));
        }
    }
}

constexpr ValueKind size_value{"SIZE", nullptr, sizes};
constexpr ValueKind rule_value{"RULE", complete_rule};

constexpr auto rows = std::to_array<OptionRow<SampleSettings>>({
    {{"to", '\0', encoding_value, "encoding (json; ndjson with -n)"}, keep_text<&SampleSettings::to>},
    {{"count", 'n', number_value, "generate N events (1)"}, store_count},
    {{"seed", '\0', number_value, "seed of the generator; the same seed gives the same events (1)"},
     store_seed},
    {{"size", '\0', size_value, "size of the events (typical)"}, store_size},
    {{"lang", '\0', languages_value, "the languages of texts"}, keep_text<&SampleSettings::languages>},
    {{"break", '\0', rule_value, "generate events that break this rule and no other"}, store_broken},
});
constexpr OptionGroup<SampleSettings> options = group<rows>("sample");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&SampleSettings::edits>(edit_options),
    in<&SampleSettings::print>(output_options),
});
constexpr auto habits = std::to_array<Habit>({
    {"f", "did you mean --to?"},
    {"format", "did you mean --to?"},
    {"json", "did you mean --to json?"},
    {"limit", "did you mean --count?"},
});
constexpr auto aliases = std::to_array<Alias>({
    {"generate", "sample"},
    {"example", "sample"},
    {"fake", "sample"},
});
constexpr std::array<Argument, 1> arguments{{{{"[RESOURCE[.NAME]]", complete_kind}}}};
constexpr std::array<string_view, 4> examples{
    "hookspect sample campaign.published_community",
    "hookspect sample -n 1000 --seed 7 --size small > load.ndjson",
    "hookspect sample interaction --set interaction.state=REJECTED --unset interaction.response",
    "hookspect sample --break id-mismatch | hookspect validate",
};

}  // namespace

constinit const Command sample_command{
    .name = "sample",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "generate valid events",
    .examples = examples,
    .groups = groups,
    .habits = habits,
    .start = start<SampleSettings, sample>,
};

}  // namespace hookspect::cli
