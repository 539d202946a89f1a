#pragma once

#include "cli/command.h"
#include "report/layout/presentation.h"
#include "run/status.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace hookspect::cli {

/// What `hookspect help` is for, one line.
inline constexpr std::string_view help_summary =
    "open the manual page of a command, or of rules, expressions or encodings";

/// A manual page of section 7 that `help` opens: `rules` for hookspect-rules(7).
struct Topic {
    std::string_view name;
    std::string_view summary;
};
[[nodiscard]] std::span<const Topic> topics() noexcept;
[[nodiscard]] const Topic* find_topic(std::string_view name) noexcept;

/// `-h` fits a screen: a command's own options. `--help` has all.
enum class HelpExtent : std::uint8_t { brief, full };

/// The help of the program, and of one command, wrapped to the presentation's width.
[[nodiscard]] std::string program_help(HelpExtent extent, const report::Presentation& presentation);
[[nodiscard]] std::string command_help(const Command& command, HelpExtent extent,
                                       const report::Presentation& presentation);

/// Prints what `write` makes for standard output, on a terminal through a pager where it is longer than the
/// screen. Returns the exit status.
[[nodiscard]] run::Status print_help(const std::function<std::string(const report::Presentation&)>& write);

/// The version, and the libraries in use.
[[nodiscard]] std::string version_text();

}  // namespace hookspect::cli
