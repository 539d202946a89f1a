#pragma once

#include "event/event.h"
#include "event/selection.h"
#include "schema/path.h"

#include <cstdint>
#include <vector>

namespace hookspect::event {

/// Appends the values that the path reaches, in the order of the event; overridden values are not reached. A
/// null is a value here. Without `several`, at most one.
void find_values(const Event& event, const schema::Path& path, std::vector<SlotIndex>& values);

/// The same for expressions: of several properties with one key, every one; and `any` is every text and
/// number of the event.
void find_every(const Event& event, const schema::Path& path, std::vector<SlotIndex>& values);

/// The same as find_values, but a property that is named by its key is meant whole, with all that is in it:
/// its place in the list is appended, not its value.
void find_places(const Event& event, const schema::Path& path, std::vector<SlotIndex>& places);

/// The member or element that a `*` or `[*]` took.
struct Wildcard {
    SlotIndex slot = 0;
    std::uint32_t index = 0;  // of an element, from 0
};

/// What find_matches finds: the values, and for each as many wildcards as the path has.
struct Matches {
    std::vector<SlotIndex> values;
    std::vector<Wildcard> wildcards;
};

/// Appends the values with what leads to them. Of several properties with one key, `*` takes the first, as a
/// name does.
void find_matches(const Event& event, const schema::Path& path, Matches& matches);

/// How far a path without wildcards leads into an event.
struct Reach {
    std::size_t steps = 0;    // that could be taken
    SlotIndex slot = 0;       // where they lead; for a property that was named by its key, the whole property
    bool property = false;    // it is one
    SlotIndex container = 0;  // where the next step would lead from there; 0 in a property that has nothing
};

/// Takes the steps from the root.
[[nodiscard]] Reach reach(const Event& event, const std::vector<schema::PathStep>& steps);

/// What a decoder must keep so that find_values finds the same.
void select(const schema::Path& path, Selection& selection);

}  // namespace hookspect::event
