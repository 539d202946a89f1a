#include "cli/value_parsing.h"

#include "base/calendar.h"
#include "base/date_literal.h"
#include "base/nearest.h"
#include "schema/ids.h"
#include "schema/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace hookspect::cli {
namespace {

struct SizeSuffix {
    std::string_view name;
    std::uint64_t bytes;
};

constexpr auto size_suffixes = std::to_array<SizeSuffix>({
    {"", 1},
    {"B", 1},
    {"KiB", 1ULL << 10},
    {"MiB", 1ULL << 20},
    {"GiB", 1ULL << 30},
    {"kB", 1'000},
    {"MB", 1'000'000},
    {"GB", 1'000'000'000},
});

/// The parts of a list between commas, without the blanks around them.
std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t comma = text.find(',');
        std::string_view part = text.substr(0, comma);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        parts.push_back(part);
        if (comma == std::string_view::npos) return parts;
        text.remove_prefix(comma + 1);
    }
}

base::Result<std::string_view> one_of(std::string_view word, std::span<const std::string_view> known,
                                      std::string_view what) {
    const auto found = std::find(known.begin(), known.end(), word);
    if (found != known.end()) return *found;
    std::string hint = suggestion(word, known);
    if (hint.empty()) hint = fmt::format("it is one of {}", fmt::join(known, ", "));
    return base::Error{fmt::format("there is no {} \"{}\"", what, word), hint};
}

}  // namespace

base::Result<std::uint64_t> parse_count(std::string_view text, std::uint64_t least, std::uint64_t most) {
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool digits = end == text.data() + text.size() && !text.empty();
    if (digits && error == std::errc() && count >= least && count <= most) return count;
    return base::Error{fmt::format("\"{}\" is not a whole number from {} to {}", text, least, most), {}};
}

base::Result<std::uint64_t> parse_size(std::string_view text, std::uint64_t most) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, count);
    const bool number = digits > 0 && error == std::errc() && count > 0;
    for (const SizeSuffix& suffix : size_suffixes) {
        if (number && text.substr(digits) == suffix.name && count <= most / suffix.bytes)
            return count * suffix.bytes;
    }
    return base::Error{fmt::format("\"{}\" is not a size from 1 to {} bytes", text, most),
                       "write it like 500kB, 64MiB or 2GiB"};
}

base::Result<std::int64_t> parse_present(std::string_view text) {
    if (const auto seconds = parse_count(text, 0, base::last_second))
        return static_cast<std::int64_t>(*seconds);
    const base::DateLiteral date = base::read_date(text.starts_with('-') ? std::string_view{} : text, 0);
    if (date.status == base::DateLiteral::Status::date) return date.begin / 1000;
    if (date.status == base::DateLiteral::Status::no_zone) {
        return base::Error{fmt::format("\"{}\" has no time zone", text), "add Z, or an offset like +01:00"};
    }
    return base::Error{fmt::format("\"{}\" is not a time", text),
                       "write it like 2026-01-31, 2026-01-31T12:00:00Z or 1769860800 (seconds since 1970)"};
}

namespace {

/// `created` is the name of events, and `published` the beginning of one.
std::string event_hint(std::string_view resource, std::string_view name) {
    std::vector<std::string> meant;
    for (const std::string_view one_resource : schema::field(schema::ids::event_resource).values) {
        if (!resource.empty() && resource != one_resource) continue;
        for (const std::string_view one : schema::field(schema::ids::event_name).values) {
            if (one == name || one.starts_with(std::string(name) + "_"))
                meant.push_back(fmt::format("{}.{}", one_resource, one));
        }
    }
    return meant.empty() || name.empty() ? std::string()
                                         : fmt::format("did you mean {}?", fmt::join(meant, " or "));
}

}  // namespace

base::Result<std::vector<run::EventKind>> parse_events(std::string_view text) {
    const auto resources = schema::field(schema::ids::event_resource).values;
    const auto names = schema::field(schema::ids::event_name).values;
    std::vector<run::EventKind> kinds;
    for (const std::string_view part : parts_of(text)) {
        const std::size_t dot = part.find('.');
        const auto resource = one_of(part.substr(0, dot), resources, "resource");
        if (!resource) {
            const std::string hint = event_hint({}, part);
            return base::Error{resource.error().message, hint.empty() ? resource.error().hint : hint};
        }
        run::EventKind kind{*resource, {}};
        if (dot != std::string_view::npos) {
            const auto name = one_of(part.substr(dot + 1), names, "event name");
            if (!name) {
                const std::string hint = event_hint(*resource, part.substr(dot + 1));
                return base::Error{name.error().message, hint.empty() ? name.error().hint : hint};
            }
            kind.name = *name;
        }
        kinds.push_back(kind);
    }
    return kinds;
}

base::Result<run::NumberRange> parse_numbers(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = parse_count(text.substr(0, dash), 1, any_count);
    const auto last =
        dash == std::string_view::npos ? first : parse_count(text.substr(dash + 1), 1, any_count);
    if (first && last && *first <= *last) return run::NumberRange{*first, *last};
    return base::Error{fmt::format("\"{}\" is not a number of an event, from 1, or a range of them", text),
                       "write it like 5 or 5-8"};
}

base::Result<std::vector<schema::Rule>> parse_rules(std::string_view text) {
    std::vector<std::string_view> names;
    for (const schema::RuleInfo& info : schema::rules()) names.push_back(info.name);
    std::vector<schema::Rule> found;
    for (const std::string_view part : parts_of(text)) {
        const auto known = one_of(part, names, "rule");
        if (!known) return known.error();
        found.push_back(*schema::find_rule(*known));
    }
    return found;
}

base::Dates dates_named(std::string_view name) {
    return static_cast<base::Dates>(place_in(dates_names, name));
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates,
                       std::string_view prefix) {
    const auto near = base::nearest(word, candidates);
    if (near.empty()) return {};
    return fmt::format("did you mean {}{}?", prefix, near.front());
}

}  // namespace hookspect::cli
