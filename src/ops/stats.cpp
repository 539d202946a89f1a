#include "ops/stats.h"

#include "event/json_writer.h"

#include <algorithm>

namespace hookspect {

/// The different values there; one that says `not set` where there is none.
std::vector<std::optional<std::string>> Stats::values_at(const Event& event, const Path& path) {
    found_.clear();
    find_values(event, path, found_);
    std::vector<std::optional<std::string>> values;
    for (const SlotIndex index : found_) {
        if (event.is_set(index)) append_text_or_json(values.emplace_back().emplace(), event, index);
    }
    if (values.empty()) values.emplace_back();
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

void Stats::add(const Event& event) {
    ++events_;
    std::vector<Values> combinations(1);
    for (const Path& path : by_) {
        const auto values = values_at(event, path);
        std::vector<Values> longer;
        for (const Values& combination : combinations) {
            for (const auto& value : values) {
                longer.push_back(combination);
                longer.back().push_back(value);
            }
        }
        combinations = std::move(longer);
    }
    for (Values& combination : combinations) ++counts_[std::move(combination)];
}

void Stats::add_unreadable() {
    ++events_;
    ++counts_[Values(by_.size())];
}

void Stats::add(const Stats& other) {
    events_ += other.events_;
    for (const auto& [values, events] : other.counts_) counts_[values] += events;
}

std::vector<Stats::Row> Stats::rows(std::size_t top) const {
    std::vector<Row> all;
    all.reserve(counts_.size());
    for (const auto& [values, events] : counts_) all.push_back({values, events});
    std::stable_sort(all.begin(), all.end(), [](const Row& a, const Row& b) { return a.events > b.events; });
    if (all.size() > top) all.resize(top);
    return all;
}

}  // namespace hookspect
