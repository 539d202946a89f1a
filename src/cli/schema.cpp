#include "base/wording.h"
#include "cli/commands.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "report/schema/format.h"
#include "run/finish.h"
#include "run/messages.h"
#include "run/status.h"
#include "schema/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace hookspect::cli {
namespace {

struct SchemaSettings {
    std::vector<std::string> arguments;  // a resource or type, or none
    PrintOptions print;
    const report::SchemaFormat* format = &report::schema_formats.front();
};

constexpr auto format_names = report::names_of(report::schema_formats);

/// The subjects that were most likely meant by a name, as a hint.
std::string meant_subject(const std::string& name) {
    if (std::find(format_names.begin(), format_names.end(), name) != format_names.end())
        return fmt::format("did you mean -f {}?", name);
    std::vector<std::string> near = schema::nearest_names(name);
    std::erase_if(near, [](const std::string& one) { return !report::find_subject(one); });
    return near.empty() ? "hookspect schema lists them"
                        : fmt::format("did you mean {}?", fmt::join(near, ", "));
}

/// What to print: all, or what the argument names. Errors are printed.
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

run::Status print_schema(const SchemaSettings& settings) {
    const auto subject = chosen_subject(settings.arguments);
    if (!subject) return run::Status::usage;
    auto output = open_output(settings.print, *settings.format, false);
    if (!output) return run::Status::unreadable;
    settings.format->append(output->text(), *subject, presentation_for(settings.print, *output));
    return run::finish(*output, run::Status::good);
}

// The command line

/// A documented type, or a field whose value is an object.
void complete_subject(const Candidates& candidates) {
    for (const schema::TextTypeInfo& type : schema::text_types()) candidates.add(type.name);
    for (const schema::ObjectInfo& info : schema::objects()) {
        if (info.type == schema::ObjectType::none) continue;
        candidates.add(info.name);
        if (!info.path.empty() && info.path != info.name) candidates.add(info.path);
    }
}

constexpr ValueKind format_value{"NAME", nullptr, format_names};

constexpr auto rows = std::to_array<OptionRow<SchemaSettings>>({
    {{"format", 'f', format_value, "output format"},
     keep_row<report::schema_formats, &SchemaSettings::format>},
});
constexpr OptionGroup<SchemaSettings> options = group<rows>("schema");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&SchemaSettings::print>(output_options),
    in<&SchemaSettings::print>(pager_options),
    in<&SchemaSettings::print>(link_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"fields", "schema"},
    {"types", "schema"},
});
constexpr std::array<Argument, 1> arguments{{{{"[NAME]", complete_subject}}}};
constexpr std::array<std::string_view, 3> examples{
    "hookspect schema campaign",
    "hookspect schema -f json-schema -o event.schema.json",
    "hookspect schema -f typescript -o ambassify.d.ts",
};

}  // namespace

constinit const Command schema_command{
    .name = "schema",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "the documented fields, also for other tools",
    .examples = examples,
    .groups = groups,
    .start = start<SchemaSettings, print_schema>,
};

}  // namespace hookspect::cli
