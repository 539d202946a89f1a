#pragma once

#include "cli/option.h"
#include "ops/sample_edit.h"

#include <optional>
#include <string>
#include <vector>

namespace hookspect::cli {

/// `--set` and `--unset`: changes to events.
struct Edits {
    struct Edit {
        std::string text;  // `PATH=VALUE`, or a path
        bool unset;
    };
    std::vector<Edit> list;  // in the order given
};

extern const OptionGroup<Edits> edit_options;

/// Compiles them, or prints what is wrong with one.
[[nodiscard]] std::optional<std::vector<ops::SampleEdit>> compile_edits(const Edits& edits);

}  // namespace hookspect::cli
