#pragma once

#include "cli/option.h"
#include "run/status.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::cli {

/// An argument of a command, as help prints it: `[FILE...]`.
struct Argument {
    ValueKind value;
    bool repeats = false;
};

/// What people write who come from other tools, and what to write instead.
struct Habit {
    std::string_view option;  // without the dashes
    std::string_view hint;
    std::string_view needs{};  // an option that the hint names, where not every command has it
};

/// A word that people write where a command belongs, and what they mean by it: `validate`, `convert
/// --redact`.
struct Alias {
    std::string_view word;
    std::string_view meant;
};

/// What the help of a command explains besides its options, such as the operators of `filter`.
struct HelpEntry {
    std::string_view label;
    std::string_view text;
};
struct HelpSection {
    std::string_view title;
    std::span<const HelpEntry> entries;
};

struct Command;

/// One run of a command.
struct Invocation {
    const Command& command;
    const std::vector<std::string>& words;  // after its name
    bool implied = false;                   // there is no name: `hookspect FILE`
};

/// One command: its file in this folder defines it. Parsing, help, the manual's test and completion read it.
struct Command {
    std::string_view name;
    std::span<const Alias> aliases;
    std::span<const Argument> arguments;
    std::string_view summary;  // one line
    std::span<const std::string_view> examples;
    std::span<const CommandGroup> groups;  // its own first, if it has any
    std::span<const HelpSection> sections;
    std::span<const Habit> habits;  // besides those of every command
    run::Status (*start)(const Invocation& invocation);
};

/// All commands, in the order in which help lists them.
[[nodiscard]] std::span<const Command* const> commands() noexcept;
/// The command of exactly this name, or null.
[[nodiscard]] const Command* find_command(std::string_view name) noexcept;
/// The command of a line that names none.
[[nodiscard]] const Command& default_command() noexcept;

/// `--help`, which every command has; it keeps a bool.
extern const OptionGroup<bool> help_options;

/// Calls `see` with each option of a command, in the order of help.
template <typename See>
void for_each_option(const Command& command, const See& see) {
    for (const CommandGroup& part : command.groups) {
        for (const Option& option : part.group->options) see(option);
    }
    for (const Option& option : help_options.options) see(option);
}

/// The option of a command with this name, or null.
[[nodiscard]] const Option* find_option(const Command& command, std::string_view name) noexcept;
/// The same with this letter.
[[nodiscard]] const Option* find_option(const Command& command, char letter) noexcept;

/// Reads the words of an invocation into the settings of its command, and its arguments into `arguments`.
/// Where there is nothing left to do, as help was asked for or the words are wrong, that is printed and the
/// exit status returned.
[[nodiscard]] std::optional<run::Status> prepare(const Invocation& invocation, void* settings,
                                                 std::vector<std::string>& arguments);

/// Command::start of a command whose settings are a struct `Settings` with a member `arguments`.
template <typename Settings, run::Status (*use)(const Settings& settings)>
run::Status start(const Invocation& invocation) {
    Settings settings;
    if (const auto status = prepare(invocation, &settings, settings.arguments)) return *status;
    return use(settings);
}

}  // namespace hookspect::cli
