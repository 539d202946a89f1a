#pragma once

#include "event/event.h"
#include "event/form_text.h"
#include "event/form_tree.h"
#include "event/form_typing.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace hookspect::event {

/// Writes a form's tree as an event's slots, typed by the schema.
class FormTape {
public:
    FormTape(FormTree& tree, FormText& text, Event& event) : tree_(tree), text_(text), event_(event) {}

    /// Writes everything; afterwards each node of the tree knows its slots. Returns the first node that
    /// needed more than `depth` containers: a list of values that share a key is one that no key spells.
    [[nodiscard]] std::optional<FormTree::Index> write(std::size_t depth);

private:
    using Index = FormTree::Index;

    /// Where a value goes in the event.
    struct Target {
        FormSpot spot;
        std::size_t depth = 0;  // containers around it
        std::uint32_t key = 0;  // of a member, in the arena
        std::uint32_t key_size = 0;
    };

    void put(Index index, const Target& target);
    void put_value(Index index, const Target& target);
    void put_list(Index index, const Target& target);
    void put_both(Index index, const Target& target);
    void put_object(Index index, Index first, const Target& target);
    void put_members(Index index, const Target& target);

    void add_value(Index index, const Target& target);
    SlotIndex add(Kind kind, std::uint32_t key_place, const Target& target);
    /// A container that `close` ends; nothing when there are too many around it.
    [[nodiscard]] std::optional<SlotIndex> open(Kind kind, Index index, std::uint32_t place,
                                                const Target& target);
    void close(SlotIndex slot) { event_.slots[slot].next = event_.count; }

    [[nodiscard]] std::uint32_t append_free_index(Index parent, std::size_t& number);

    FormTree& tree_;
    FormText& text_;
    Event& event_;
    std::size_t depth_ = 0;
    std::optional<Index> too_deep_;
};

}  // namespace hookspect::event
