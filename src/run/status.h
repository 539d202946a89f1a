#pragma once

namespace hookspect::run {

/// Exit statuses that scripts rely on; the highest one of a run wins.
struct Status {
    static constexpr int good = 0;
    static constexpr int found = 1;  // validate: an error; get -e: a missing path; nothing kept; different
    static constexpr int usage = 2;  // wrong use of the command line
    static constexpr int unreadable = 3;  // an input could not be read, or an output not be written
    static constexpr int fault = 4;       // of the program itself
};

}  // namespace hookspect::run
