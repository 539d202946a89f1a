#pragma once

#include "base/calendar.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hookspect::report {

/// How to write for a person: decided once from options, environment and terminal, read by every text
/// renderer.
struct Presentation {
    bool colour = false;
    bool terminal = false;  // written to one: machine formats, too, must not send it control characters
    bool unicode = true;    // the locale is UTF-8; otherwise ASCII stand-ins for the symbols
    int width = 80;         // columns
    bool notes = false;     // list notes instead of counting them
    bool ages = false;      // `7 days ago` behind a time
    bool full = false;      // wrap long text instead of clipping it
    std::int64_t now = 0;   // seconds since 1970, for ages
    bool links = false;     // names of files and URLs are hyperlinks
    base::Dates dates = base::Dates::utc;
    std::vector<std::string> languages{};  // of a text in several only the first of these that has one
};

}  // namespace hookspect::report
