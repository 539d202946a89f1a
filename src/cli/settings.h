#pragma once

#include "base/calendar.h"
#include "base/http_url.h"
#include "finding/policy.h"
#include "intake/framing/reader.h"
#include "schema/rules.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace hookspect::cli {

/// One event kind of `--event`: a resource, and a name or all names.
struct EventKind {
    std::string_view resource;
    std::string_view name;  // empty: all
};

/// `--set` or `--unset` of `sample`.
struct SampleChange {
    std::string text;  // `PATH=VALUE`, or a path
    bool unset;
};

/// A limit that is not there.
inline constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

/// What the command line asked for. Options not given have the values that stand here.
struct Settings {
    std::vector<std::string> arguments;  // what is no option: files, or names

    intake::ReadOptions reading;
    std::vector<EventKind> events;
    std::uint64_t limit = unlimited;
    std::vector<std::string> where;  // each must hold
    bool latest = false;
    std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    bool check = false;  // every byte, also of what is not asked for
    std::optional<std::string> files_from;
    bool nul_separated = false;

    std::optional<std::string> output;
    std::string format = "text";
    std::string colour = "auto";
    std::string progress = "auto";

    finding::Policy policy;
    bool notes = false;
    bool quiet = false;
    bool summary = false;
    bool exit_zero = false;
    std::uint64_t max_findings = unlimited;
    bool help = false;

    // how to write for people
    std::optional<std::int64_t> now;  // the present, seconds since 1970
    std::optional<base::Dates> dates;
    std::optional<std::string> languages;
    bool ages = false;
    bool full = false;
    bool one_line = false;
    bool no_links = false;
    bool no_pager = false;

    // get
    std::optional<std::string> fallback;
    bool with_language = false;
    bool with_source = false;
    bool all = false;
    bool every = false;  // -e
    bool nul_output = false;
    bool list_paths = false;

    // filter
    bool invert = false;
    bool count = false;
    bool list_files = false;

    // convert and sample
    std::string to;       // empty: NDJSON, or with `pretty` and of one sample JSON
    bool pretty = false;  // no more than another name of --to json

    // convert
    std::optional<base::HttpUrl> url;  // where the requests of --to curl and http go

    // sample
    std::uint64_t samples = 1;
    std::uint64_t seed = 1;
    bool counted = false;  // -n was given
    std::string size = "typical";
    std::vector<SampleChange> changes;  // in the order given
    std::optional<schema::Rule> broken;

    // diff and stats
    std::vector<std::string> by;

    // diff
    bool raw = false;
    std::vector<std::string> only_paths;
    std::vector<std::string> ignored_paths;

    // translations
    std::optional<std::uint64_t> fail_under;  // percent
    bool missing = false;

    // stats
    std::uint64_t top = unlimited;
};

}  // namespace hookspect::cli
