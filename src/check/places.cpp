#include "check/places.h"

#include <algorithm>
#include <utility>

namespace hookspect::check {
Places::Places(std::string_view bytes, const base::Place& start, std::vector<std::size_t> offsets)
    : offsets_(std::move(offsets)) {
    if (!std::is_sorted(offsets_.begin(), offsets_.end())) std::sort(offsets_.begin(), offsets_.end());
    offsets_.erase(std::unique(offsets_.begin(), offsets_.end()), offsets_.end());
    places_.reserve(offsets_.size());
    base::Place place = start;
    std::size_t reached = 0;
    for (const std::size_t offset : offsets_) {
        const std::size_t stop = std::min(offset, bytes.size());
        place = base::advance(place, bytes.substr(reached, stop - reached));
        reached = stop;
        places_.push_back(place);
    }
}

base::Place Places::operator[](std::size_t offset) const {
    const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
    return places_[static_cast<std::size_t>(found - offsets_.begin())];
}

}  // namespace hookspect::check
