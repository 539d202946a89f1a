#include "report/schema/explain.h"

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/operator_help.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "report/format.h"
#include "report/layout/prose.h"
#include "report/layout/title_bar.h"
#include "report/schema/lists.h"
#include "run/finish.h"
#include "run/messages.h"
#include "run/status.h"
#include "schema/names.h"

#include <fmt/format.h>

#include <array>
#include <functional>

namespace hookspect::cli {
namespace {

struct ExplainSettings {
    std::vector<std::string> arguments;  // names
    PrintOptions print;
    bool list = false;
};

constexpr std::size_t label_columns = 10;

constexpr report::Format text_format{"text", report::Content::text, true, true};

/// What an argument names: what the documentation has, or what hookspect has besides.
using Writer = std::function<void(std::string& out, const report::Presentation& presentation)>;

std::optional<Writer> writer_for(const std::string& argument) {
    using report::Presentation;
    if (auto name = schema::find_name(argument)) {
        return [name = std::move(*name)](std::string& out, const Presentation& presentation) {
            report::append_explanation(out, name, presentation);
        };
    }
    if (argument == "rules") return report::append_rule_list;
    if (!report::fields_with_value(argument).empty()) {
        return [&argument](std::string& out, const Presentation& presentation) {
            report::append_value_explanation(out, argument, presentation);
        };
    }
    if (const HelpEntry* entry = find_operator_help(argument)) {
        return [entry](std::string& out, const Presentation& presentation) {
            report::append_title_bar(out, entry->label, "operator", presentation);
            out.push_back('\n');
            report::append_entry(out, "meaning", entry->text, label_columns, presentation);
            report::append_entry(out, "more", "hookspect help expressions", label_columns, presentation);
        };
    }
    if (const Command* command = find_command(argument)) {
        return [command](std::string& out, const Presentation& presentation) {
            report::append_title_bar(out, command->name, "command", presentation);
            out.push_back('\n');
            out.append(command_help(*command, HelpExtent::brief, presentation));
        };
    }
    return {};
}

base::Error unknown_name(const std::string& argument) {
    const auto near = schema::nearest_names(argument);
    return {fmt::format("there is no field, type or rule \"{}\"", argument),
            near.empty() ? "hookspect explain --list prints all names"
                         : fmt::format("did you mean {}?", fmt::join(near, ", "))};
}

run::Status explain(const ExplainSettings& settings) {
    if (settings.arguments.empty() != settings.list) {
        run::tell(settings.list
                      ? base::Error{"explain --list takes no argument", {}}
                      : base::Error{"explain needs a name", "hookspect explain campaign.config.languages"});
        return run::Status::usage;
    }
    std::vector<Writer> writers;
    if (settings.list) writers.emplace_back(report::append_name_list);
    for (const std::string& argument : settings.arguments) {
        auto writer = writer_for(argument);
        if (!writer) {
            run::tell(unknown_name(argument));
            return run::Status::usage;
        }
        writers.push_back(std::move(*writer));
    }
    auto output = open_output(settings.print, text_format, false);
    if (!output) return run::Status::unreadable;
    const report::Presentation presentation = presentation_for(settings.print, *output);
    for (const Writer& write : writers) {
        if (&write != &writers.front()) output->text() += '\n';
        write(output->text(), presentation);
    }
    return run::finish(*output, run::Status::good);
}

// The command line

void complete_name(const Candidates& candidates) {
    complete_path(candidates);
    complete_rule(candidates);
    for (const schema::TextTypeInfo& type : schema::text_types()) candidates.add(type.name);
    for (const schema::ObjectInfo& info : schema::objects()) {
        if (info.type != schema::ObjectType::none && info.path != info.name) candidates.add(info.name);
    }
    candidates.add("rules", "all rules");
}

constexpr auto rows = std::to_array<OptionRow<ExplainSettings>>({
    {{"list", '\0', flag, "print all names and what each is"}, set<&ExplainSettings::list>},
});
constexpr OptionGroup<ExplainSettings> options = group<rows>("explain");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&ExplainSettings::print>(output_options),
    in<&ExplainSettings::print>(pager_options),
    in<&ExplainSettings::print>(link_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"rules", "explain --list"},
    {"describe", "explain"},
    {"info", "explain"},
    {"doc", "explain"},
    {"docs", "explain"},
});
constexpr std::array<Argument, 1> arguments{{{{"NAME...", complete_name}, true}}};
constexpr std::array<std::string_view, 3> examples{
    "hookspect explain campaign.config.languages",
    "hookspect explain timestamp-unit",
    "hookspect explain PersonProperty",
};

}  // namespace

constinit const Command explain_command{
    .name = "explain",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "what a field, a type, a rule, a value or an operator means",
    .examples = examples,
    .groups = groups,
    .start = start<ExplainSettings, explain>,
};

}  // namespace hookspect::cli
