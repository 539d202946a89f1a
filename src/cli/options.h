#pragma once

#include "base/result.h"
#include "cli/settings.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hookspect::cli {

/// The commands, as bits of Option::commands.
enum class CommandId : std::uint8_t {
    show,
    validate,
    get,
    filter,
    diff,
    convert,
    stats,
    explain,
    schema,
    sample,
    translations,
    completion,
};

[[nodiscard]] constexpr std::uint32_t bit(CommandId id) {
    return 1U << static_cast<std::uint32_t>(id);
}

/// Exit statuses that scripts rely on; the highest one of a run wins.
struct Status {
    static constexpr int good = 0;
    static constexpr int found = 1;  // validate: an error; get -e: a missing path; nothing kept; different
    static constexpr int usage = 2;  // wrong use of the command line
    static constexpr int unreadable = 3;  // an input could not be read, or an output not be written
    static constexpr int fault = 4;       // of the program itself
};

/// One option of one or more commands. Parsing, help, manual and completion read this table.
struct Option {
    std::string_view name;                      // without the dashes
    char letter;                                // '\0': none
    std::string_view value;                     // what help calls its value; empty: a flag
    std::string_view text;                      // one line
    std::uint32_t commands;                     // a bit for each CommandId that has it
    std::span<const std::string_view> choices;  // the only values; empty: any
    /// Keeps a value (empty for a flag). Errors say what is wrong with it: `"x" is no whole number`.
    std::optional<base::Error> (*store)(Settings& settings, std::string_view value);
};

/// One command. Parsing, help, manual and completion read this table, too.
struct Command {
    CommandId id;
    std::string_view name;
    std::string_view arguments;  // `[FILE...]`
    std::string_view summary;    // one line
    std::span<const std::string_view> examples;
    std::span<const std::string_view> formats;  // of -f; the first is the default
    int (*run)(const Settings& settings);       // returns the exit status
};

/// The options of all commands.
[[nodiscard]] std::span<const Option> options() noexcept;
/// All commands, in the order in which help lists them.
[[nodiscard]] std::span<const Command> commands() noexcept;
/// The command of exactly this name, or null.
[[nodiscard]] const Command* find_command(std::string_view name) noexcept;

// The commands, each in a file of its own.
[[nodiscard]] int run_show(const Settings& settings);
[[nodiscard]] int run_validate(const Settings& settings);
[[nodiscard]] int run_get(const Settings& settings);
[[nodiscard]] int run_filter(const Settings& settings);
[[nodiscard]] int run_diff(const Settings& settings);
[[nodiscard]] int run_convert(const Settings& settings);
[[nodiscard]] int run_stats(const Settings& settings);
[[nodiscard]] int run_explain(const Settings& settings);
[[nodiscard]] int run_schema(const Settings& settings);
[[nodiscard]] int run_translations(const Settings& settings);
[[nodiscard]] int run_sample(const Settings& settings);
[[nodiscard]] int run_completion(const Settings& settings);

}  // namespace hookspect::cli
