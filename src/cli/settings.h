#pragma once

#include "capture/reader.h"
#include "finding/policy.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect {

/// One event kind of `--event`: a resource, and a name or all names.
struct EventKind {
    std::string_view resource;
    std::string_view name;  // empty: all
};

/// What the command line asked for. Options not given have the values that stand here.
struct Settings {
    std::vector<std::string> arguments;  // what is no option: files, or names

    ReadOptions reading;
    std::vector<EventKind> events;
    std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();
    std::optional<std::string> files_from;
    bool nul_separated = false;

    std::optional<std::string> output;
    std::string format = "text";
    std::string colour = "auto";

    Policy policy;
    bool notes = false;
    bool quiet = false;
    bool summary = false;
    bool help = false;
};

}  // namespace hookspect
