#include "ops/diff_look.h"

#include <algorithm>

namespace hookspect::ops {

Look::Look(const event::Event& event, const DiffOptions& options) {
    if (options.only.empty() && options.ignore.empty()) return;
    states_.assign(event.count, At::whole);
    if (!options.only.empty()) take_only(event, options);
    for (const schema::Path& path : options.ignore) mark(event, path, At::out);
}

void Look::take_only(const event::Event& event, const DiffOptions& options) {
    states_.assign(event.count, At::out);
    for (const schema::Path& path : options.only) mark(event, path, At::whole);
    // A container is gone inside where any value in it is wanted.
    std::vector<event::SlotIndex> wanted_before(event.count + std::size_t{1});
    for (event::SlotIndex i = 0; i < event.count; ++i) {
        wanted_before[i + 1] = wanted_before[i] + (states_[i] == At::whole ? 1 : 0);
    }
    for (event::SlotIndex i = 0; i < event.count; ++i) {
        if (states_[i] == At::out && wanted_before[event[i].next] > wanted_before[i]) states_[i] = At::inside;
    }
}

void Look::mark(const event::Event& event, const schema::Path& path, At state) {
    std::vector<event::SlotIndex> places;
    event::find_places(event, path, places);
    for (const event::SlotIndex place : places) {
        std::fill(states_.begin() + place, states_.begin() + event[place].next, state);
    }
}

}  // namespace hookspect::ops
