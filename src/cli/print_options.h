#pragma once

#include "base/calendar.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hookspect::cli {

/// Where results go, and how they are written for people.
struct PrintOptions {
    std::optional<std::string> output;  // a file; nothing: standard output
    std::string colour = "auto";
    bool no_links = false;
    bool no_pager = false;

    std::optional<std::int64_t> now;  // the present, seconds since 1970
    std::optional<base::Dates> dates;
    bool notes = false;
    bool ages = false;
    bool full = false;
};

}  // namespace hookspect::cli
