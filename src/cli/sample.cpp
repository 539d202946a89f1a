#include "ops/sample.h"

#include "cli/messages.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/query_errors.h"
#include "cli/values.h"
#include "ops/get.h"

#include <fmt/format.h>

namespace hookspect {
namespace {

SampleSize size_named(std::string_view name) {
    if (name == "small") return SampleSize::small;
    return name == "large" ? SampleSize::large : SampleSize::typical;
}

/// The kind of event that the arguments name, if they name one.
std::optional<Error> store_kind(const std::vector<std::string>& arguments, SceneOptions& scene) {
    if (arguments.empty()) return {};
    const auto kinds = parse_events(arguments.front());
    if (!kinds) return kinds.error();
    if (arguments.size() > 1 || kinds->size() > 1) {
        return Error{fmt::format("sample takes one kind of event, not \"{}\"", fmt::join(arguments, " ")),
                     {}};
    }
    scene.resource = kinds->front().resource;
    scene.name = kinds->front().name;
    if (can_happen(scene.resource, scene.name)) return {};
    return Error{fmt::format("there is no {}.{}: only campaigns are published", scene.resource, scene.name),
                 fmt::format("did you mean campaign.{}?", scene.name)};
}

}  // namespace

int run_sample(const Settings& settings) {
    SampleOptions options;
    options.seed = settings.seed;
    options.scene.size = size_named(settings.size);
    if (const auto error = store_kind(settings.arguments, options.scene)) {
        tell(*error);
        return Status::usage;
    }
    std::vector<std::string> languages;
    if (!settings.languages.empty()) {
        auto parsed = parse_languages(settings.languages);
        if (const auto* error = std::get_if<QueryError>(&parsed)) {
            tell_query_error(*error, settings.languages, "--lang");
            return Status::usage;
        }
        languages = std::get<std::vector<std::string>>(std::move(parsed));
        options.scene.languages.assign(languages.begin(), languages.end());
    }
    auto output = open_output(settings);
    if (!output) return Status::unreadable;
    Sampler sampler(options);
    for (std::uint64_t i = 0; i < settings.samples && !output->failed(); ++i) {
        sampler.append(output->text(), i);
        output->text() += '\n';
        output->drain();
    }
    return finish(*output, Status::good);
}

}  // namespace hookspect
