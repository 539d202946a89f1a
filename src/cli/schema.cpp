#include "base/wording.h"
#include "cli/options.h"
#include "report/schema/explain.h"
#include "report/schema/format.h"
#include "run/messages.h"
#include "run/printing.h"
#include "schema/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace hookspect::cli {

namespace {

/// The subjects that were most likely meant by a name, as a hint.
std::string meant_subject(const std::string& name) {
    const auto& formats = report::schema_format_names;
    if (std::find(formats.begin(), formats.end(), name) != formats.end()) {
        return fmt::format("did you mean -f {}?", name);
    }
    std::vector<std::string> near = schema::nearest_names(name);
    std::erase_if(near, [](const std::string& one) { return !report::find_subject(one); });
    return near.empty() ? "hookspect schema lists them"
                        : fmt::format("did you mean {}?", fmt::join(near, ", "));
}

/// What to print: all, or what the argument names. Errors are told.
std::optional<report::Subject> chosen_subject(const std::vector<std::string>& names) {
    if (names.empty()) return schema::ObjectType::event;
    const std::string& name = names.front();
    if (names.size() > 1) {
        run::tell({"schema takes at most one name", {}});
        return std::nullopt;
    }
    const auto subject = report::find_subject(name);
    if (!subject) {
        const bool known = schema::find_name(name).has_value();
        run::tell({known ? fmt::format("{} is not a resource or a type", base::quoted(name))
                         : fmt::format("no resource or type is named {}", base::quoted(name)),
                   known ? fmt::format("hookspect explain {}", name) : meant_subject(name)});
    }
    return subject;
}

}  // namespace

int run_schema(const Settings& settings) {
    const auto subject = chosen_subject(settings.arguments);
    if (!subject) return Status::usage;
    const report::SchemaFormat& format = report::schema_format(settings.format);
    auto output = format.for_people ? run::open_pageable(settings) : run::open_output(settings);
    if (!output) return Status::unreadable;
    format.append(output->text(), *subject, run::presentation_for(settings, *output));
    return run::finish(*output, Status::good);
}

int run_explain(const Settings& settings) {
    if (settings.arguments.empty()) {
        run::tell({"explain needs a name", "hookspect explain campaign.config.languages"});
        return Status::usage;
    }
    std::vector<schema::Name> names;
    for (const std::string& argument : settings.arguments) {
        auto name = schema::find_name(argument);
        if (!name) {
            const auto near = schema::nearest_names(argument);
            run::tell({fmt::format("there is no field, type or rule \"{}\"", argument),
                       near.empty() ? "hookspect schema lists the fields"
                                    : fmt::format("did you mean {}?", fmt::join(near, ", "))});
            return Status::usage;
        }
        names.push_back(std::move(*name));
    }
    auto output = run::open_pageable(settings);
    if (!output) return Status::unreadable;
    const report::Presentation presentation = run::presentation_for(settings, *output);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) output->text() += '\n';
        report::append_explanation(output->text(), names[i], presentation);
    }
    return run::finish(*output, Status::good);
}

}  // namespace hookspect::cli
