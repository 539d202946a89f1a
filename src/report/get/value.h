#pragma once

#include "ops/get.h"

#include <string>
#include <string_view>
#include <vector>

namespace hookspect::report {

/// Appends a value for a person or a table: a string bare, another value as compact JSON that keeps the text
/// of numbers. What is missing (0 or null) is the fallback, or nothing.
void append_bare_value(std::string& out, const event::Event& event, event::SlotIndex slot,
                       const ops::GetOptions& options);

/// Appends a value as compact JSON; a date is a string, what is missing the fallback or null.
void append_json_member(std::string& out, const event::Event& event, event::SlotIndex slot,
                        const ops::GetOptions& options);

/// Appends all that a path has as one JSON value: for each `*` an object, for each `[*]` a list of what was
/// found.
void append_json_values(std::string& out, const event::Event& event, const schema::Path& path,
                        const ops::Got& got, const ops::GetOptions& options);

/// Appends all that a path has as one bare text: its value, or the JSON of several.
void append_bare_values(std::string& out, const event::Event& event, const schema::Path& path,
                        const ops::Got& got, const ops::GetOptions& options);

/// The key that a wildcard took, decoded: of a member, of a property, or the index of an element.
[[nodiscard]] std::string wildcard_key(const event::Event& event, schema::PathStep::Kind kind,
                                       const event::Wildcard& wildcard);

/// The kinds of the wildcards of a path, in order.
[[nodiscard]] std::vector<schema::PathStep::Kind> wildcard_kinds(const schema::Path& path);

}  // namespace hookspect::report
