#include "ops/sample.h"

#include "cli/expressions.h"
#include "cli/options.h"
#include "cli/query_errors.h"
#include "cli/values.h"
#include "run/bodies.h"
#include "run/messages.h"
#include "run/printing.h"

#include <fmt/format.h>

namespace hookspect::cli {
namespace {

ops::SampleSize size_named(std::string_view name) {
    if (name == "small") return ops::SampleSize::small;
    return name == "large" ? ops::SampleSize::large : ops::SampleSize::typical;
}

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
ops::SampleLayout layout_of(const Settings& settings) {
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
                           form ? "leave --to form out" : "did you mean --to form?"};
    }
    const std::string conflict = breaker.conflict(options.scene);
    if (conflict.empty()) return {};
    return base::Error{fmt::format("--break: this kind of event cannot break {}: {}", rule, conflict), {}};
}

/// What --set and --unset say; false where that was told to be wrong.
bool read_changes(const Settings& settings, std::vector<ops::SampleEdit>& edits) {
    for (const SampleChange& change : settings.changes) {
        auto edit =
            change.unset ? ops::parse_sample_removal(change.text) : ops::parse_sample_edit(change.text);
        if (const auto* error = std::get_if<base::TextError>(&edit)) {
            tell_query_error(*error, change.text, change.unset ? "--unset" : "--set");
            return false;
        }
        edits.push_back(std::get<ops::SampleEdit>(std::move(edit)));
    }
    return true;
}

std::optional<base::Error> check_samples(const Settings& settings, ops::SampleOptions& options) {
    options.seed = settings.seed;
    options.layout = layout_of(settings);
    options.scene.size = size_named(settings.size);
    options.broken = settings.broken;
    if (auto error = store_kind(settings.arguments, options.scene)) return error;
    return check_broken(options);
}

}  // namespace

int run_sample(const Settings& settings) {
    ops::SampleOptions options;
    if (const auto error = check_samples(settings, options)) {
        run::tell(*error);
        return Status::usage;
    }
    const auto languages = compile_languages(settings);
    if (!languages || !read_changes(settings, options.edits)) return Status::usage;
    options.scene.languages.assign(languages->begin(), languages->end());
    auto output = run::open_output(settings);
    if (!output) return Status::unreadable;
    output->escape_json();  // a form is plain ASCII
    ops::Sampler sampler(options);
    for (std::uint64_t i = 0; i < settings.samples && !output->failed(); ++i) {
        sampler.append(output->text(), i);
        output->text() += '\n';
        output->drain();
    }
    return run::finish(*output, Status::good);
}

}  // namespace hookspect::cli
