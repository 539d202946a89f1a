#include "cli/command.h"

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/value_kinds.h"
#include "run/messages.h"
#include "run/status.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace hookspect::cli {
namespace {

constexpr std::array<const Command*, 12> command_table{
    &show_command,    &validate_command, &get_command,    &filter_command,
    &diff_command,    &convert_command,  &stats_command,  &translations_command,
    &explain_command, &schema_command,   &sample_command, &completion_command,
};

MaybeError store_help(bool& help, std::string_view /*value*/) {
    help = true;
    return {};
}

constexpr auto help_rows = std::to_array<OptionRow<bool>>({
    {{"help", 'h', flag, "print this help; -h prints only the options of the command"}, store_help},
});

template <typename Test>
const Option* find_option_if(const Command& command, const Test& test) {
    const Option* found = nullptr;
    for_each_option(command, [&](const Option& option) {
        if (found == nullptr && test(option)) found = &option;
    });
    return found;
}

/// A command after options of `show`, which is what a line without a command is.
MaybeError check_hidden_command(const Invocation& invocation, const std::vector<std::string>& arguments) {
    if (!invocation.implied || arguments.empty()) return {};
    const auto& words = invocation.words;
    const std::string& word = arguments.front();
    const bool is_command = word == "help" || find_command(word) != nullptr;
    const auto place = std::find(words.begin(), words.end(), word);
    const bool meant = std::find(words.begin(), place, "--") != place;  // to be a file
    std::error_code ignored;
    if (!is_command || meant || std::filesystem::exists(word, ignored)) return {};
    return base::Error{word + " comes after an option, so it was read as a file name",
                       "put the command first: hookspect " + word + " …"};
}

}  // namespace

constinit const OptionGroup<bool> help_options = group<help_rows>("output", true);

std::span<const Command* const> commands() noexcept {
    return command_table;
}

const Command* find_command(std::string_view name) noexcept {
    for (const Command* command : command_table) {
        if (command->name == name) return command;
    }
    return nullptr;
}

const Command& default_command() noexcept {
    return show_command;
}

const Option* find_option(const Command& command, std::string_view name) noexcept {
    return find_option_if(command, [name](const Option& option) { return option.name == name; });
}

const Option* find_option(const Command& command, char letter) noexcept {
    return find_option_if(command, [letter](const Option& option) { return option.letter == letter; });
}

std::optional<run::Status> prepare(const Invocation& invocation, void* settings,
                                   std::vector<std::string>& arguments) {
    auto parsed = parse_words(invocation.command, invocation.words, settings);
    if (!parsed) {
        run::tell(parsed.error());
        return run::Status::usage;
    }
    if (const auto error = check_hidden_command(invocation, parsed->arguments)) {
        run::tell(*error);
        return run::Status::usage;
    }
    if (parsed->help) {
        const auto& words = invocation.words;
        const bool full = std::find(words.begin(), words.end(), "--help") != words.end();
        return print_help([&](const report::Presentation& presentation) {
            return command_help(invocation.command, full ? HelpExtent::full : HelpExtent::brief,
                                presentation);
        });
    }
    arguments = std::move(parsed->arguments);
    return {};
}

}  // namespace hookspect::cli
