#pragma once

#include <cstdint>

namespace hookspect::run {

/// Exit statuses that scripts rely on. The highest one of a run wins (std::max).
enum class Status : std::uint8_t {
    good = 0,
    found = 1,       // validate: an error; get -e: a missing path; nothing kept; different
    usage = 2,       // wrong use of the command line
    unreadable = 3,  // an input could not be read, or an output not be written
    fault = 4,       // of the program itself
};

}  // namespace hookspect::run
