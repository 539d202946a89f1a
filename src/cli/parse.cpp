#include "cli/parse.h"

#include "cli/values.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace hookspect::cli {
namespace {

bool has(const Option& option, const Command& command) {
    return (option.commands & bit(command.id)) != 0;
}

std::string spelled(const Option& option) {
    const std::string name = fmt::format("--{}", option.name);
    return option.letter == '\0' ? name : fmt::format("-{},{}", option.letter, name);
}

/// Whether some argument may be this option: it may be a value or a file as well.
bool may_be_named(const Option& option, const std::vector<std::string>& arguments) {
    return std::any_of(arguments.begin(), arguments.end(), [&option](std::string_view argument) {
        if (!argument.starts_with('-')) return false;
        if (argument.starts_with("--")) return argument.substr(2).starts_with(option.name);
        return option.letter != '\0' && argument.find(option.letter) != std::string_view::npos;
    });
}

/// Only options that the arguments may name are built: CLI11 keeps each in an object of its own and compares
/// it with those before, which took a sixth of the time for a small payload.
std::map<const CLI::Option*, const Option*> add_options(CLI::App& app, const Command& command,
                                                        const std::vector<std::string>& arguments) {
    std::map<const CLI::Option*, const Option*> added;
    for (const Option& option : options()) {
        if (!has(option, command) || !may_be_named(option, arguments)) continue;
        CLI::Option* entry = nullptr;
        if (option.value.empty()) {
            entry = app.add_flag(spelled(option));
        } else {
            // A vector option takes the files behind it, unless told not to.
            entry = app.add_option(spelled(option))->expected(1)->allow_extra_args(false);
        }
        entry->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        added.emplace(entry, &option);
    }
    return added;
}

base::Error unknown_option(const std::string& argument, const Command& command) {
    std::vector<std::string_view> names;
    for (const Option& option : options()) {
        if (has(option, command)) names.push_back(option.name);
    }
    const std::string_view word(argument);
    const std::size_t dashes = std::min(word.find_first_not_of('-'), word.size());
    const std::string_view name = word.substr(dashes, word.find('=') - dashes);
    std::string hint = name.size() > 1 ? suggestion(name, names, "--") : std::string();
    if (command.id == CommandId::convert && (name == "f" || name == "format")) hint = "did you mean --to?";
    if (command.id == CommandId::get && name == "r") hint = "strings are bare already";
    if (command.id == CommandId::show && name == "v") hint = "did you mean hookspect --version?";
    if (hint.empty()) hint = fmt::format("hookspect {} --help lists the options", command.name);
    return {fmt::format("{} has no option {}", command.name,
                        name.empty() ? word : word.substr(0, word.find('='))),
            hint};
}

std::optional<base::Error> check_choice(const Option& option, std::span<const std::string_view> choices,
                                        const std::string& value) {
    if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return {};
    return base::Error{
        fmt::format("--{} is one of {}, not \"{}\"", option.name, fmt::join(choices, ", "), value),
        suggestion(value, choices)};
}

/// `-o json` is what people write who come from other tools.
std::string format_hint(const Option& option, const Command& command, const std::string& value) {
    const auto& formats = command.formats;
    const bool is_format = std::find(formats.begin(), formats.end(), value) != formats.end();
    return option.name == "output" && is_format ? fmt::format("did you mean -f {}?", value) : std::string();
}

std::optional<base::Error> store(const Option& option, const Command& command, const std::string& value,
                                 Settings& settings) {
    if (std::string hint = format_hint(option, command, value); !hint.empty()) {
        return base::Error{fmt::format("-o takes a file, and \"{}\" is a format", value), std::move(hint)};
    }
    const auto choices = option.name == "format" ? command.formats : option.choices;
    if (auto error = check_choice(option, choices, value)) return error;
    auto error = option.store(settings, value);
    if (error) error->message = fmt::format("--{}: {}", option.name, error->message);
    return error;
}

/// What CLI11 still finds out by itself: an option at the end that needs a value. Its text begins with the
/// option.
base::Error explain_failure(const CLI::ParseError& failure, const Command& command) {
    const std::string_view text = failure.what();
    const std::string_view name = text.substr(0, text.find(':'));
    for (const Option& option : options()) {
        if (name.ends_with(option.name))
            return {fmt::format("--{} needs a value: {}", option.name, option.value), {}};
    }
    return {std::string(text), fmt::format("hookspect {} --help lists the options", command.name)};
}

/// Options that mean nothing beside, or without, another one.
std::optional<base::Error> check_together(const Settings& settings) {
    if (settings.nul_separated && !settings.files_from) return base::Error{"--null needs --files-from", {}};
    if (settings.summary && settings.format != "text") {
        return base::Error{fmt::format("--summary is text, and does not go with -f {}", settings.format), {}};
    }
    const bool limited = settings.max_findings != unlimited;
    if (limited && (settings.summary || settings.format == "junit")) {
        return base::Error{
            fmt::format("--max-findings does not go with {}", settings.summary ? "--summary" : "-f junit"),
            {}};
    }
    if (settings.one_line && settings.format != "text") {
        return base::Error{fmt::format("--oneline is text, and does not go with -f {}", settings.format), {}};
    }
    if (settings.one_line && settings.full) return base::Error{"--oneline and --full do not go together", {}};
    if (settings.count && settings.list_files) return base::Error{"-c and -l do not go together", {}};
    if (settings.missing && settings.format != "text") {
        return base::Error{fmt::format("--missing is text, and does not go with -f {}", settings.format),
                           fmt::format("-f {} lists them in any case", settings.format)};
    }
    if (settings.pretty && settings.to != "json" && !settings.to.empty()) {
        return base::Error{fmt::format("--pretty does not go with --to {}", settings.to), {}};
    }
    const bool requests = settings.to == "curl" || settings.to == "http";
    if (requests && !settings.url) {
        return base::Error{fmt::format("--to {} needs --url", settings.to),
                           "the URL of the receiver, such as --url http://localhost:8080/hook"};
    }
    if (settings.url && !requests) return base::Error{"--url needs --to curl or --to http", {}};
    if (settings.to == "http" && settings.url->user) {
        return base::Error{"--to http sends no user name, and --url has one", "--to curl sends it"};
    }
    return {};
}

/// `get --list` reads no event: only options that every command has mean something beside it.
bool goes_with_list(const Option& option) {
    return option.name == "list" || std::all_of(commands().begin(), commands().end(),
                                                [&option](const Command& one) { return has(option, one); });
}

}  // namespace

base::Result<Settings> parse_arguments(const Command& command, const std::vector<std::string>& arguments) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    const auto added = add_options(app, command, arguments);
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& failure) {
        return explain_failure(failure, command);
    }
    Settings settings;
    std::map<const CLI::Option*, std::size_t> taken;
    for (const CLI::Option* entry : app.parse_order()) {
        const Option& option = *added.at(entry);
        const std::string value = entry->results().at(taken[entry]++);
        const bool is_flag = option.value.empty();
        if (is_flag && value != "true")
            return base::Error{fmt::format("--{} takes no value", option.name), {}};
        if (auto error = store(option, command, value, settings)) return *error;
    }
    if (const auto error = check_together(settings)) return *error;
    for (const auto& [entry, option] : added) {
        const bool ignored = settings.list_paths && entry->count() > 0 && !goes_with_list(*option);
        if (ignored) return base::Error{fmt::format("--list does not go with --{}", option->name), {}};
    }
    bool options_ended = false;
    for (const std::string& argument : app.remaining()) {
        if (!options_ended && argument == "--") {
            options_ended = true;
        } else if (!options_ended && argument.size() > 1 && argument.front() == '-') {
            return unknown_option(argument, command);
        } else {
            settings.arguments.push_back(argument);
        }
    }
    return settings;
}

}  // namespace hookspect::cli
