#include "ops/diff_names.h"

#include "base/json_pointer.h"
#include "schema/ids.h"
#include "schema/path_text.h"

#include <algorithm>
#include <array>

namespace hookspect::ops {
namespace {

/// One step on the way from the root to a value.
struct Step {
    Side side = Side::before;
    const event::Event* event = nullptr;
    const ComparedPair* inside = nullptr;  // the pair that the value is a member of
    event::SlotIndex container = no_slot;  // of that pair, in `event`
    event::SlotIndex slot = no_slot;
    std::uint32_t index = 0;
    bool named = false;
    const PropertyParts* parts = nullptr;  // of a property that was compared member by member

    [[nodiscard]] bool in_list() const { return (*event)[container].kind == event::Kind::array; }
    [[nodiscard]] std::string key() const {
        std::string scratch;
        return std::string(event->key((*event)[slot], scratch));
    }
};

class Steps {
public:
    Steps(const Difference& difference, Side side) : difference_(difference), side_(side) {}

    /// The steps to a value that is a member of the pair.
    std::vector<Step> to(std::uint32_t pair, event::SlotIndex slot, std::uint32_t index, bool named) {
        std::vector<Step> steps;
        if (slot == 0) return steps;
        steps.push_back(step(pair, {no_slot, no_slot}, slot, index, named));
        for (; pair != 0; pair = difference_.pairs[pair].parent) {
            const ComparedPair& own = difference_.pairs[pair];
            steps.push_back(step(own.parent, own.slot, no_slot, own.index[side_], own.named[side_]));
            if (own.property) steps.back().parts = &own.parts[steps.back().side];
        }
        std::reverse(steps.begin(), steps.end());
        return steps;
    }

private:
    const Difference& difference_;
    Side side_;

    /// With --only, a side may lack a container that is gone inside: then the other side names it.
    Step step(std::uint32_t inside, const Both<event::SlotIndex>& slots, event::SlotIndex slot,
              std::uint32_t index, bool named) {
        Step made;
        made.inside = &difference_.pairs[inside];
        const Side other = side_ == Side::before ? Side::after : Side::before;
        const bool own = slot != no_slot || slots[side_] != no_slot;
        const Side side = own ? side_ : other;
        made.side = side;
        made.event = difference_.event[side];
        made.container = made.inside->slot[side];
        made.slot = slot != no_slot ? slot : slots[side];
        made.index = index;
        made.named = named;
        return made;
    }
};

std::string piece_of_key(const std::string& key) {
    const std::array<schema::PathToken, 1> token{schema::PathToken{.key = key}};
    return schema::path_of(token);
}

/// Whether the key of a property leads to what the step behind it goes to.
bool is_named(const Step& property, const Step& behind, bool behind_is_last) {
    if (!property.named || property.event != behind.event) return false;
    const schema::FieldId field = (*behind.event)[behind.slot].field;
    const bool nested = property.parts->nested;
    if (field == schema::ids::property_value) return behind_is_last || !nested;
    return field == schema::ids::property_properties && !behind_is_last && nested;
}

/// The value of a property that only one side has, which is called by its key where that shows its value; 0
/// where it does not.
event::SlotIndex named_value(const Step& step) {
    if (step.inside->kind != ComparedPair::Kind::properties || !step.named) return 0;
    const PropertyParts parts = parts_of(*step.event, step.slot);
    return step.event->is_set(parts.value) && !parts.nested ? parts.value : 0;
}

std::string property_key(const Step& property) {
    const event::SlotIndex key =
        property.parts ? property.parts->key : parts_of(*property.event, property.slot).key;
    std::string scratch;
    return std::string(property.event->text((*property.event)[key], scratch));
}

/// The parts that a path is made of. `by_name`: also for a property that is meant whole.
std::vector<std::string> pieces_of(const std::vector<Step>& steps, bool by_name) {
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const bool last = i + 1 == steps.size();
        if (!step.in_list()) {
            pieces.push_back(piece_of_key(step.key()));
            continue;
        }
        const bool property = step.inside->kind == ComparedPair::Kind::properties;
        const bool whole = last && by_name && named_value(step) != 0;
        const bool part = property && !last && is_named(step, steps[i + 1], i + 2 == steps.size());
        if (whole || part) {
            pieces.push_back(piece_of_key(property_key(step)));
        } else {
            pieces.push_back("[" + std::to_string(step.index) + "]");
        }
        if (part) ++i;
    }
    return pieces;
}

std::string joined(const std::vector<std::string>& pieces, std::size_t count) {
    std::string path;
    for (std::size_t i = 0; i < count; ++i) {
        if (!path.empty() && pieces[i].front() != '[') path.push_back('.');
        path.append(pieces[i]);
    }
    return path;
}

std::string pointer_along(const std::vector<Step>& steps) {
    std::string pointer;
    for (const Step& step : steps) {
        if (step.in_list()) {
            pointer.append("/").append(std::to_string(step.index));
        } else {
            base::append_pointer_token(pointer, step.key());
        }
    }
    return pointer;
}

std::vector<Step> steps_to(const Difference& difference, const Change& change, Side side) {
    return Steps(difference, side).to(change.pair, change.slot[side], change.index[side], change.named[side]);
}

std::vector<Step> steps_to(const Difference& difference, const Uncarried& value) {
    return Steps(difference, difference.json_side).to(value.pair, value.slot, value.index, false);
}

/// The side whose path a change has.
Side telling_side(const Change& change) {
    return change.kind == ChangeKind::removed ? Side::before : Side::after;
}

std::vector<std::string> pieces_to(const Difference& difference, const Change& change, bool by_name) {
    const Side side = telling_side(change);
    std::vector<std::string> pieces = pieces_of(steps_to(difference, change, side), by_name);
    if (difference.pairs[change.pair].kind == ComparedPair::Kind::set) pieces.pop_back();
    return pieces;
}

}  // namespace

std::string pointer_of(const Difference& difference, const Change& change, Side side) {
    return pointer_along(steps_to(difference, change, side));
}

std::string path_of(const Difference& difference, const Change& change) {
    const auto pieces = pieces_to(difference, change, false);
    return joined(pieces, pieces.size());
}

ChangeName name_of(const Difference& difference, const Change& change) {
    const auto pieces = pieces_to(difference, change, true);
    if (pieces.empty()) return {.slot = change.slot};
    ChangeName name{joined(pieces, pieces.size() - 1), pieces.back(), change.slot};
    const Side side = telling_side(change);
    const auto steps = steps_to(difference, change, side);
    const event::SlotIndex value = change.kind == ChangeKind::changed ? 0 : named_value(steps.back());
    if (value != 0) name.slot[side] = value;
    return name;
}

std::string pointer_of(const Difference& difference, const Uncarried& value) {
    return pointer_along(steps_to(difference, value));
}

std::string path_of(const Difference& difference, const Uncarried& value) {
    const auto pieces = pieces_of(steps_to(difference, value), false);
    return joined(pieces, pieces.size());
}

}  // namespace hookspect::ops
