#pragma once

#include "event/event.h"
#include "event/path_values.h"
#include "schema/path.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace hookspect::ops {

/// The two events of a comparison: A and B.
enum class Side : std::uint8_t { before, after };

/// What a side does not have. (Slot 0 is the root.)
inline constexpr event::SlotIndex no_slot = std::numeric_limits<event::SlotIndex>::max();

/// Something for each of the two sides.
template <typename T>
struct Both {
    T before{};
    T after{};

    [[nodiscard]] T& operator[](Side side) { return side == Side::before ? before : after; }
    [[nodiscard]] const T& operator[](Side side) const { return side == Side::before ? before : after; }
};

struct DiffOptions {
    /// As JSON values, without the schema: null is not absent, every list has an order. Objects are compared
    /// by key and numbers by value all the same.
    bool raw = false;
    std::vector<schema::Path> only;    // what these reach, and what is in it; none: everything
    std::vector<schema::Path> ignore;  // not what these reach
};

enum class ChangeKind : std::uint8_t { changed, added, removed };

/// How many there are of each kind.
struct ChangeCounts {
    std::array<std::uint64_t, 3> of{};  // in the order of ChangeKind

    [[nodiscard]] std::uint64_t& operator[](ChangeKind kind) { return of[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::uint64_t operator[](ChangeKind kind) const {
        return of[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] std::uint64_t all() const { return of[0] + of[1] + of[2]; }
};

/// What the path of a PersonProperty goes by.
struct PropertyParts {
    event::SlotIndex key = 0;
    event::SlotIndex value = 0;
    bool nested =
        false;  // it has properties of its own, and they are what its path leads into, not its value
};
[[nodiscard]] PropertyParts parts_of(const event::Event& event, event::SlotIndex property);

/// Two containers that were compared member by member.
struct ComparedPair {
    enum class Kind : std::uint8_t {
        object,
        list,        // in order
        set,         // config.languages, config.channels, groups
        properties,  // PersonProperty, by key
    };
    Kind kind = Kind::object;
    bool property = false;  // both are a PersonProperty
    Both<bool>
        named{};  // of a property: the first of its key in that side's list, so that its key is its path
    Both<PropertyParts> parts{};                    // of a property
    std::uint32_t parent = 0;                       // in Difference::pairs; the root's is itself
    Both<event::SlotIndex> slot{no_slot, no_slot};  // with DiffOptions::only one side may have none
    Both<std::uint32_t> index{};                    // where they stand, if that is in a list
};

/// One difference: a value that is not the same, or that only one side has.
struct Change {
    ChangeKind kind = ChangeKind::changed;
    Both<event::SlotIndex> slot{no_slot, no_slot};
    Both<std::uint32_t> index{};  // where the values stand, if that is in a list
    Both<bool> named{};           // of a whole property: the first of its key, see ComparedPair
    std::uint32_t pair = 0;       // the containers whose member it is; of the root itself the root's
    std::uint32_t section = 0;    // the pair under whose path it is told
};

/// A value of the JSON event that form encoding has no way to write as it is.
struct Uncarried {
    event::SlotIndex slot = no_slot;
    std::uint32_t pair = 0;
    std::uint32_t index = 0;
};

/// What `diff` finds. Valid as long as both events are.
struct Difference {
    Both<const event::Event*> event{};
    std::vector<ComparedPair> pairs;  // each behind its parent; the first is the root's
    std::vector<Change> changes;      // by section, each section in the order of the schema
    /// Where one event is JSON and the other a form: which is the JSON one, and what was not carried.
    Side json_side = Side::before;
    std::vector<Uncarried> uncarried;

    [[nodiscard]] bool same() const { return changes.empty(); }
    [[nodiscard]] ChangeCounts counts() const;
};

/// Compares two events. What a form cannot carry is no difference where one of them is a form: `null` and the
/// empty text, empty lists and objects that are left out, the type of a scalar.
[[nodiscard]] Difference diff(const event::Event& before, const event::Event& after,
                              const DiffOptions& options = {});

}  // namespace hookspect::ops
