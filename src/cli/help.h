#pragma once

#include "cli/options.h"

#include <span>
#include <string>
#include <string_view>

namespace hookspect::cli {

/// What `hookspect help` is for, one line.
inline constexpr std::string_view help_summary =
    "the manual page of a command, or of rules, expressions or encodings";

/// A manual page of section 7 that `help` opens: `rules` for hookspect-rules(7).
struct Topic {
    std::string_view name;
    std::string_view summary;
    std::string_view nearest;  // what the program itself can tell of it
};
[[nodiscard]] std::span<const Topic> topics() noexcept;
[[nodiscard]] const Topic* find_topic(std::string_view name) noexcept;

/// Where the manual page is to be had, for where it cannot be opened.
[[nodiscard]] std::string topic_help(const Topic& topic);

/// The short help of the program, and of one command.
[[nodiscard]] std::string program_help();
[[nodiscard]] std::string command_help(const Command& command);

/// The version, and the libraries in use.
[[nodiscard]] std::string version_text();

}  // namespace hookspect::cli
