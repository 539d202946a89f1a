#include "ops/stats.h"

#include "event/identity.h"

#include <algorithm>

namespace hookspect::ops {

/// The different values there; one that says `not set` where there is none.
Stats::Values Stats::values_at(const event::Event& event, const schema::Path& path) {
    found_.clear();
    event::find_values(event, path, found_);
    Values values;
    for (const event::SlotIndex index : found_) {
        if (event.is_set(index)) event::append_identity_text(values.emplace_back().emplace(), event, index);
    }
    if (values.empty()) values.emplace_back();
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

bool Stats::add(const event::Event& event) {
    std::vector<Values> choices;  // for each path
    std::size_t count = 1;
    for (const schema::Path& path : by_) {
        const std::size_t values = choices.emplace_back(values_at(event, path)).size();
        if (values > most_ / count) return false;
        count *= values;
    }
    ++events_;
    Values combination(by_.size());
    for (std::size_t number = 0; number < count; ++number) {
        std::size_t rest = number;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            combination[i] = choices[i][rest % choices[i].size()];
            rest /= choices[i].size();
        }
        ++counts_[combination];
    }
    return true;
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

}  // namespace hookspect::ops
