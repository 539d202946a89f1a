#pragma once

#include "base/result.h"
#include "cli/settings.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::cli {

/// A whole number from `least` to `most`, decimal digits alone.
[[nodiscard]] base::Result<std::uint64_t> parse_count(std::string_view text, std::uint64_t least,
                                                      std::uint64_t most);

/// A number of bytes: digits, and KiB, MiB, GiB, kB, MB or GB.
[[nodiscard]] base::Result<std::uint64_t> parse_size(std::string_view text, std::uint64_t most);

/// A point in time, seconds since 1970: that number, a date (its midnight in UTC), or a date and time.
[[nodiscard]] base::Result<std::int64_t> parse_present(std::string_view text);

/// `campaign,interaction.created`: resources of the schema, each with an event name or without.
[[nodiscard]] base::Result<std::vector<EventKind>> parse_events(std::string_view text);

/// Rule names separated by commas.
[[nodiscard]] base::Result<std::vector<schema::Rule>> parse_rules(std::string_view text);

/// `did you mean --format?`, or nothing where no candidate is near.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string_view> candidates,
                                     std::string_view prefix = {});

}  // namespace hookspect::cli
