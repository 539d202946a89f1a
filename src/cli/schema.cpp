#include "cli/options.h"
#include "report/schema/explain.h"
#include "report/schema/tree.h"
#include "run/messages.h"
#include "run/printing.h"
#include "schema/names.h"

#include <fmt/format.h>

namespace hookspect::cli {

int run_schema(const Settings& settings) {
    if (!settings.arguments.empty()) {
        run::tell({"schema takes no argument",
                   fmt::format("hookspect explain {} tells of one field", settings.arguments.front())});
        return Status::usage;
    }
    auto output = run::open_pageable(settings);
    if (!output) return Status::unreadable;
    report::append_schema_tree(output->text(), run::presentation_for(settings, *output));
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
