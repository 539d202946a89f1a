#pragma once

#include "finding/policy.h"
#include "intake/framing/reader.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::run {

/// One event kind of `--event`: a resource, and a name or all names.
struct EventKind {
    std::string_view resource;
    std::string_view name;  // empty: all
};

/// Events by their number in each input, from 1, both ends included.
struct NumberRange {
    std::uint64_t first = 1;
    std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
};

/// A limit that is not there.
inline constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

/// What a run reads, which events it gives to the command, and how it does the work.
struct Options {
    intake::ReadOptions reading;
    std::optional<std::string> files_from;  // a file of names, or `-`
    bool nul_separated = false;             // these names

    std::vector<std::string> where;  // each must hold
    std::vector<EventKind> events;   // empty: all
    NumberRange numbers;
    bool latest = false;
    std::uint64_t limit = unlimited;  // events that reach the command

    std::size_t threads = 0;        // 0: as many as there are processors
    bool check = false;             // every byte, also of what is not asked for
    std::string progress = "auto";  // or `always`, `never`
    finding::Policy policy;
};

}  // namespace hookspect::run
