#include "cli/help.h"

#include "event/structurals.h"
#include "version.h"

#include <CLI/Version.hpp>
#include <fmt/core.h>
#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace hookspect::cli {
namespace {

constexpr auto topic_table = std::to_array<Topic>({
    {"rules", "what hookspect finds in webhook events", "hookspect explain RULE tells of one rule"},
    {"expressions", "paths, expressions and AQL conditions", "hookspect get --list prints all paths"},
    {"encodings", "how JSON and form bodies are read", "--from and --at say how an input is framed"},
});

std::string left_side(const Option& option) {
    const std::string letter = option.letter == '\0' ? "    " : fmt::format("-{}, ", option.letter);
    return fmt::format("{}--{}{}{}", letter, option.name, option.value.empty() ? "" : " ", option.value);
}

std::string option_line(const Option& option, const Command& command, std::size_t columns) {
    const auto choices = option.name == "format" ? command.formats : option.choices;
    const std::string values =
        choices.empty() ? std::string() : fmt::format(": {}", fmt::join(choices, ", "));
    return fmt::format("  {:<{}}  {}{}\n", left_side(option), columns, option.text, values);
}

}  // namespace

std::span<const Topic> topics() noexcept {
    return topic_table;
}

const Topic* find_topic(std::string_view name) noexcept {
    const auto* topic = std::find_if(topic_table.begin(), topic_table.end(),
                                     [name](const Topic& one) { return one.name == name; });
    return topic == topic_table.end() ? nullptr : topic;
}

std::string topic_help(const Topic& topic) {
    return fmt::format("{}: see hookspect-{}(7), man 7 hookspect-{}\n{}\n", topic.summary, topic.name,
                       topic.name, topic.nearest);
}

std::string program_help() {
    std::string text =
        "hookspect reads captured Ambassify webhook bodies, checks them and shows what they hold.\n\n"
        "usage: hookspect COMMAND [OPTIONS] [FILE...]\n"
        "       hookspect [FILE...]                      the same as: hookspect show\n\n"
        "No FILE, or -, is standard input. A directory stands for the files below it.\n\n";
    for (const Command& command : commands()) {
        text += fmt::format("  {:<13}{}\n", command.name, command.summary);
    }
    text += fmt::format("  {:<13}{}\n\n", "help", help_summary);
    for (const Command& command : commands()) text += fmt::format("  $ {}\n", command.examples.front());
    text += "\nhookspect COMMAND --help tells more of one; hookspect --version names the libraries.\n";
    return text;
}

std::string command_help(const Command& command) {
    std::string text;
    for (const std::string_view example : command.examples) text += fmt::format("  $ {}\n", example);
    text += fmt::format("\nusage: hookspect {} [OPTIONS]{}{}\n\n{}\n\n", command.name,
                        command.arguments.empty() ? "" : " ", command.arguments, command.summary);
    std::size_t columns = 0;
    const auto has = [&command](const Option& option) { return (option.commands & bit(command.id)) != 0; };
    for (const Option& option : options()) {
        if (has(option)) columns = std::max(columns, left_side(option).size());
    }
    for (const Option& option : options()) {
        if (has(option)) text += option_line(option, command, columns);
    }
    return text;
}

std::string version_text() {
    constexpr int fmt_major = FMT_VERSION / 10000;
    constexpr int fmt_minor = FMT_VERSION / 100 % 100;
    constexpr int fmt_patch = FMT_VERSION % 100;
    return fmt::format("hookspect {}\n{}, CLI11 {}, fmt {}.{}.{}, utf8proc {}, RE2\n", version,
                       event::simdjson_version(), CLI11_VERSION, fmt_major, fmt_minor, fmt_patch,
                       utf8proc_version());
}

}  // namespace hookspect::cli
