#pragma once

#include "base/calendar.h"
#include "base/result.h"
#include "cli/option.h"
#include "run/options.h"
#include "schema/rules.h"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::cli {

/// No upper limit of parse_count.
inline constexpr std::uint64_t any_count = std::numeric_limits<std::uint64_t>::max();

/// A whole number from `least` to `most`, decimal digits alone.
[[nodiscard]] base::Result<std::uint64_t> parse_count(std::string_view text, std::uint64_t least,
                                                      std::uint64_t most);

/// A number of bytes: digits, and KiB, MiB, GiB, kB, MB or GB.
[[nodiscard]] base::Result<std::uint64_t> parse_size(std::string_view text, std::uint64_t most);

/// A point in time, seconds since 1970: that number, a date (its midnight in UTC), or a date and time.
[[nodiscard]] base::Result<std::int64_t> parse_present(std::string_view text);

/// `campaign,interaction.created`: resources of the schema, each with an event name or without.
[[nodiscard]] base::Result<std::vector<run::EventKind>> parse_events(std::string_view text);

/// The numbers of events: `5`, or `5-8` with both ends.
[[nodiscard]] base::Result<run::NumberRange> parse_numbers(std::string_view text);

/// Rule names separated by commas.
[[nodiscard]] base::Result<std::vector<schema::Rule>> parse_rules(std::string_view text);

/// How times are printed: `raw`, `utc` or `local`.
[[nodiscard]] base::Dates dates_named(std::string_view name);

/// `did you mean --format?`, or nothing where no candidate is near.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string_view> candidates,
                                     std::string_view prefix = {});

// Values with few choices that several commands have.

inline constexpr std::array<std::string_view, 3> dates_names{"raw", "utc", "local"};  // in the order of Dates
inline constexpr ValueKind dates_value{"HOW", nullptr, dates_names};

inline constexpr std::array<std::string_view, 3> encoding_names{"ndjson", "json", "form"};
inline constexpr ValueKind encoding_value{"KIND", nullptr, encoding_names};

}  // namespace hookspect::cli
