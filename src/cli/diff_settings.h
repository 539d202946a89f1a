#pragma once

#include "cli/print_options.h"
#include "report/diff/format.h"
#include "run/options.h"

#include <string>
#include <vector>

namespace hookspect::cli {

/// What `diff` was asked for.
struct DiffSettings {
    std::vector<std::string> arguments;  // the two inputs
    run::Options run;
    PrintOptions print;
    const report::DiffFormat* format = &report::diff_formats.front();
    bool raw = false;
    bool quiet = false;
    std::vector<std::string> only_paths;
    std::vector<std::string> ignored_paths;
    std::vector<std::string> by;
};

}  // namespace hookspect::cli
