#pragma once

#include "cli/command.h"

#include <array>
#include <string_view>

namespace hookspect::cli {

/// The operators of expressions, those that belong together on one line. Labels hold the words themselves,
/// separated by blanks, so that `explain contains` finds its line.
inline constexpr auto operator_help = std::to_array<HelpEntry>({
    {"== != < <= > >=", "compare with a number, a text or a date: 2026-01-31, -7d"},
    {"in (A, B)", "equal to one of them"},
    {"between (A, B)", "from A to B, both included"},
    {"contains", "a list has the member, or a text has the part"},
    {"startsWith endsWith", "of a text"},
    {"=~ !~", "match a regular expression, or do not"},
    {"known unknown", "has a value, or is missing or null"},
    {"empty", "unknown, blank, or a list or an object without members"},
    {"and or not ( )", "combine conditions"},
    {"valid invalid", "ask the rules; also rule == NAME and severity == error"},
});

/// The line of an operator, or null.
[[nodiscard]] constexpr const HelpEntry* find_operator_help(std::string_view word) {
    for (const HelpEntry& entry : operator_help) {
        std::string_view rest = entry.label;
        while (!rest.empty()) {
            const std::string_view one = rest.substr(0, rest.find(' '));
            if (one == word) return &entry;
            rest.remove_prefix(one.size() < rest.size() ? one.size() + 1 : rest.size());
        }
    }
    return nullptr;
}

}  // namespace hookspect::cli
