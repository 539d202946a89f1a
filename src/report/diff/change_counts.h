#pragma once

#include "base/json_writer.h"
#include "ops/diff.h"

#include <string>
#include <string_view>

namespace hookspect::report {

/// `changed`, `added` or `removed`.
[[nodiscard]] std::string_view change_word(ops::ChangeKind kind) noexcept;

/// Appends `4 changed, 1 added, 1 removed`, what there is none of left out.
void append_change_counts(std::string& out, const ops::ChangeCounts& counts);

/// Adds the members `"changed":4,"added":1,"removed":0`.
void add_change_counts(base::JsonWriter& json, const ops::ChangeCounts& counts);

}  // namespace hookspect::report
