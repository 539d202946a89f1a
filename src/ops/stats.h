#pragma once

#include "event/event.h"
#include "event/path_values.h"
#include "schema/path.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hookspect::ops {

/// How many events have each combination of values at some paths. An event counts once for each combination
/// that it has: a path with `[*]` may reach several values, and one that is not set is counted as such.
class Stats {
public:
    /// `most`: combinations that one event may have.
    Stats(std::vector<schema::Path> by, std::size_t most) : by_(std::move(by)), most_(most) {}

    /// One combination: for each path the value's text, or nothing where it is not set.
    using Values = std::vector<std::optional<std::string>>;
    struct Row {
        Values values;
        std::uint64_t events = 0;
    };

    /// False, and nothing is counted, where the event has too many combinations.
    [[nodiscard]] bool add(const event::Event& event);

    /// Counts a body that cannot be read as an event in which no path is set.
    void add_unreadable();

    /// Adds the counts of another one, which counts at the same paths.
    void add(const Stats& other);

    /// The combinations, the most frequent first, those as frequent in the order of their values; at most
    /// `top`.
    [[nodiscard]] std::vector<Row> rows(std::size_t top) const;

    [[nodiscard]] const std::vector<schema::Path>& by() const { return by_; }
    [[nodiscard]] std::uint64_t events() const { return events_; }
    [[nodiscard]] std::size_t combinations() const { return counts_.size(); }

private:
    std::vector<schema::Path> by_;
    std::size_t most_;
    std::map<Values, std::uint64_t> counts_;
    std::uint64_t events_ = 0;
    std::vector<event::SlotIndex> found_;

    [[nodiscard]] Values values_at(const event::Event& event, const schema::Path& path);
};

}  // namespace hookspect::ops
