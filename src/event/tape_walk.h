#pragma once

#include "event/event.h"

#include <concepts>
#include <optional>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// What is written in place of a value of the event.
struct Replacement {
    Kind kind = Kind::string;  // not a container
    std::string_view text;     // decoded, of a string; else as JSON writes it; valid until the next value
};

/// A hook of the walk: the replacement of the value at a slot, or nothing where the value stays. What is in a
/// container that is replaced is not visited.
template <typename Hook>
concept ReplacementHook = requires(const Hook& hook, const Event& event, SlotIndex slot) {
    { hook(event, slot) } -> std::convertible_to<std::optional<Replacement>>;
};

/// The hook that replaces nothing. It costs nothing.
struct NoReplacement {};

/// Which members are visited where an object has a key more than once.
enum class Repeats : std::uint8_t {
    all,   // every one
    last,  // the one that counts
};

[[nodiscard]] constexpr bool is_container(Kind kind) noexcept {
    return kind == Kind::object || kind == Kind::array;
}

/// The walk over a value of the tape that every writer uses. It calls a sink, and needs no stack but one of
/// slots, which is kept from walk to walk: an event of any depth can be written. A sink has
///
///     using Position = …;  where it writes; each call gets one and returns the next
///     begin(Position, SlotIndex, const Slot&, bool member, bool first);  before a member or an element
///     scalar(Position, SlotIndex, const Slot&);
///     open(Position, SlotIndex, const Slot&);                            a container
///     close(Position, SlotIndex, const Slot&, bool empty);
///     end(Position, SlotIndex);                                          after a member or an element
///     replace(Position, SlotIndex, const Replacement&);                  where a hook is given
///     bool full(Position);  may be left out: what is left of the containers is passed over, and they close
class TapeWalk {
public:
    /// Writes the value at `root`, which was decoded whole. Returns the position after it.
    template <Repeats repeats, typename Sink, typename Hook = NoReplacement>
    typename Sink::Position run(const Event& event, SlotIndex root, Sink& sink, typename Sink::Position at,
                                const Hook& hook = {});

private:
    std::vector<SlotIndex> open_;  // the containers around the value
};

template <Repeats repeats, typename Sink, typename Hook>
typename Sink::Position TapeWalk::run(const Event& event, SlotIndex root, Sink& sink,
                                      typename Sink::Position at, const Hook& hook) {
    const Slot* const slots = event.slots.data();
    open_.clear();
    SlotIndex index = root;
    SlotIndex end = slots[root].next;  // of the innermost container that is open
    bool member = false;               // that is an object
    const auto leave = [&] {
        open_.pop_back();
        if (open_.empty()) return false;
        end = slots[open_.back()].next;
        member = slots[open_.back()].kind == Kind::object;
        return true;
    };
    for (;;) {
        bool first = false;
        bool written = false;
        if constexpr (ReplacementHook<Hook>) {
            if (const std::optional<Replacement> replacement = hook(event, index)) {
                at = sink.replace(at, index, *replacement);
                written = true;
            }
        }
        if (!written && is_container(slots[index].kind)) {
            at = sink.open(at, index, slots[index]);
            open_.push_back(index);
            end = slots[index].next;
            member = slots[index].kind == Kind::object;
            first = true;
            ++index;
        } else {
            if (!written) at = sink.scalar(at, index, slots[index]);
            if (open_.empty()) return at;
            at = sink.end(at, index);
            index = slots[index].next;
        }
        for (;;) {
            if constexpr (repeats == Repeats::last) {
                while (index != end && slots[index].overridden) index = slots[index].next;
            }
            if constexpr (requires { sink.full(at); }) {
                if (sink.full(at)) index = end;
            }
            if (index != end) break;
            const SlotIndex container = open_.back();
            at = sink.close(at, container, slots[container], first);
            if (!leave()) return at;
            at = sink.end(at, container);
            first = false;
        }
        at = sink.begin(at, index, slots[index], member, first);
    }
}

}  // namespace hookspect::event
