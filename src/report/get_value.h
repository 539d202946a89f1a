#pragma once

#include "ops/get.h"

#include <string>
#include <string_view>
#include <vector>

namespace hookspect {

/// Appends text as a JSON string; with options.safe, what a terminal would obey is escaped.
void append_json_text(std::string& out, std::string_view text, const GetOptions& options);

/// Appends a value for a person or a table: a string bare, another value as compact JSON that keeps the text
/// of numbers. What is missing (0 or null) is the fallback, or nothing.
void append_bare_value(std::string& out, const Event& event, SlotIndex slot, const GetOptions& options);

/// Appends a value as compact JSON; a date is a string, what is missing the fallback or null.
void append_json_member(std::string& out, const Event& event, SlotIndex slot, const GetOptions& options);

/// Appends all that a path has as one JSON value: for each `*` an object, for each `[*]` a list of what was
/// found.
void append_json_values(std::string& out, const Event& event, const Path& path, const Got& got,
                        const GetOptions& options);

/// Appends all that a path has as one bare text: its value, or the JSON of several.
void append_bare_values(std::string& out, const Event& event, const Path& path, const Got& got,
                        const GetOptions& options);

/// The key that a wildcard took, decoded: of a member, of a property, or the index of an element.
[[nodiscard]] std::string wildcard_key(const Event& event, PathStep::Kind kind, const Wildcard& wildcard);

/// The kinds of the wildcards of a path, in order.
[[nodiscard]] std::vector<PathStep::Kind> wildcard_kinds(const Path& path);

/// Appends text with `\t`, `\n` and `\\` for these characters, so that it fits into a column between tabs.
void append_column(std::string& out, std::string_view text);

}  // namespace hookspect
