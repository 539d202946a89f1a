#include "check/places.h"

#include "base/json_text.h"
#include "base/percent.h"

#include <algorithm>
#include <string>

namespace hookspect::check {
namespace {

std::string decoded(std::string_view text, event::Layer::Kind kind) {
    std::string out;
    switch (kind) {
        case event::Layer::Kind::slice: out = text; break;
        case event::Layer::Kind::json_string: base::append_unescaped(out, text); break;
        case event::Layer::Kind::percent: base::append_percent_decoded(out, text); break;
    }
    return out;
}

/// Offsets in the text that a layer decodes to become offsets in the text outside it.
void undo(const event::Layer& layer, std::string_view outside, std::vector<std::size_t>& ascending) {
    const std::string_view inside = outside.substr(layer.begin, layer.size);
    std::size_t at = 0;       // in the encoded text
    std::size_t reached = 0;  // the same in the decoded text
    for (std::size_t& offset : ascending) {
        const std::size_t step = offset - reached;
        reached = offset;
        switch (layer.kind) {
            case event::Layer::Kind::slice: at += step; break;
            case event::Layer::Kind::json_string: at += base::escaped_offset(inside.substr(at), step); break;
            case event::Layer::Kind::percent:
                at += base::percent_encoded_offset(inside.substr(at), step);
                break;
        }
        offset = layer.begin + at;
    }
}

}  // namespace

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

std::vector<std::size_t> source_offsets(const event::Event& event, std::string_view read,
                                        std::vector<std::size_t> ascending) {
    std::vector<std::string> outsides;  // of each layer but the first, whose outside is the body as read
    for (std::size_t i = 0; i + 1 < event.layers.size(); ++i) {
        const std::string_view outside = i == 0 ? read : outsides.back();
        outsides.push_back(
            decoded(outside.substr(event.layers[i].begin, event.layers[i].size), event.layers[i].kind));
    }
    for (std::size_t i = event.layers.size(); i-- > 0;) {
        undo(event.layers[i], i == 0 ? read : std::string_view(outsides[i - 1]), ascending);
    }
    return ascending;
}

}  // namespace hookspect::check
