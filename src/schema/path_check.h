#pragma once

#include "schema/path.h"
#include "schema/path_spot.h"
#include "schema/path_text.h"

#include <cstddef>
#include <optional>

namespace hookspect::schema {

/// Where a path leaves what the schema knows.
struct UnknownStep {
    std::size_t token = 0;
    Spots before;           // where that step was taken
    bool resource = false;  // of the event's own resource
};

/// Gives the tokens their meaning. `path` is complete where nothing is returned.
[[nodiscard]] std::optional<UnknownStep> check_path(const WrittenPath& written, Path& path);

/// Where a path leads: nowhere if the schema does not know it.
[[nodiscard]] Spots spots_at(const WrittenPath& written);

/// The path, or the error of its first step that the schema does not know, with the paths that may have been
/// meant.
[[nodiscard]] std::variant<Path, base::TextError> understand(const WrittenPath& written);

/// Whether a path is well-formed and the schema knows it.
[[nodiscard]] bool is_known_path(std::string_view text);

/// Says what is wrong with a step, and suggests.
[[nodiscard]] base::TextError unknown_step_error(const WrittenPath& written, const UnknownStep& unknown);

}  // namespace hookspect::schema
