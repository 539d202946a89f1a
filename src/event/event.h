#pragma once

#include "event/layers.h"
#include "schema/fields.h"
#include "schema/rules.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::event {

enum class Encoding : std::uint8_t { json, form };

enum class Kind : std::uint8_t { null, boolean, number, string, object, array };

using SlotIndex = std::uint32_t;

/// One value of an event. Offsets are bytes; `text` and `key` count in Event::chars, the places in
/// Event::body.
struct Slot {
    std::uint32_t text =
        0;  // the value as written: a string without its quotes, a JSON container with its brackets
    std::uint32_t size = 0;  // bytes of that text; 0 for a container of a form body
    std::uint32_t key = 0;   // the member's key, without quotes
    std::uint32_t key_size = 0;
    std::uint32_t place = 0;      // where the value begins in the body (a form container: its first field)
    std::uint32_t key_place = 0;  // where the key begins in the body (a form body: the whole key as written)
    SlotIndex next = 0;           // the slot behind this value and all that is in it
    schema::FieldId field = schema::no_field;  // the documented field; a list's elements have the list's
    Kind kind = Kind::null;
    bool escaped = false;      // the string holds a backslash: Event::text decodes it
    bool key_escaped = false;  // likewise for the key
    bool repeats = false;      // its key stood in this object before
    bool overridden = false;   // its key stands in this object again: this value does not count
    bool conflict = false;     // a form key was used both as a scalar and as an object or list
    bool whole = false;        // a number of digits alone: no sign, no fraction, no exponent
};

/// An object or a list.
[[nodiscard]] constexpr bool is_container(const Slot& slot) noexcept {
    return slot.kind == Kind::object || slot.kind == Kind::array;
}

/// A place in a form body that breaks the form syntax, with the value whose field it is in.
struct FormFault {
    SlotIndex slot;
    bool in_key;
};

/// An event as one flat tape of slots, the same for JSON and form bodies: slot 0 is the root, a container's
/// members follow it, and `next` leads over them. Valid as long as the body's bytes are.
class Event {
public:
    std::string_view body;   // the bytes that were decoded
    std::string_view chars;  // where text lives: the body itself, or for a form body the decoded fields
    Encoding encoding = Encoding::json;
    std::vector<Slot> slots;  // may be longer than the event: count says how many are in use
    SlotIndex count = 0;
    std::vector<FormFault> form_faults;  // in order of their place
    Layers layers;                       // how `body` lies inside the message; empty: it is the message
    std::string carrier;  // the form key whose value is the JSON body (`payload=…`), else empty

    bool irregular = true;     // false: no slot repeats, is overridden or conflicts
    bool unknown_keys = true;  // false: each key of a closed object is documented

    /// Where the fields stand that an event has at most once (all but those of properties and Multilingual
    /// values); 0, the root, means not there. Overridden values are not listed.
    std::array<SlotIndex, 256> documented{};

    /// Forgets the event before: what a decoder calls first.
    void reset(std::string_view bytes, Encoding how);

    [[nodiscard]] const Slot& operator[](SlotIndex index) const { return slots[index]; }
    [[nodiscard]] SlotIndex at(schema::FieldId id) const { return documented[id]; }

    [[nodiscard]] std::string_view raw(const Slot& slot) const {
        return {chars.data() + slot.text, slot.size};
    }
    [[nodiscard]] std::string_view raw_key(const Slot& slot) const {
        return {chars.data() + slot.key, slot.key_size};
    }

    /// A string's decoded text; of any other value, its text as written. `scratch` holds it where decoding is
    /// needed.
    [[nodiscard]] std::string_view text(const Slot& slot, std::string& scratch) const {
        return slot.escaped ? decoded(raw(slot), scratch) : raw(slot);
    }
    [[nodiscard]] std::string_view key(const Slot& slot, std::string& scratch) const {
        return slot.key_escaped ? decoded(raw_key(slot), scratch) : raw_key(slot);
    }

    /// The member of `parent` with this (decoded) key that counts, or 0.
    [[nodiscard]] SlotIndex find(SlotIndex parent, std::string_view name) const;

    /// Set: there, counted, and not null; in a form body also not empty (but for plain strings, where empty
    /// is a value: the decoder has made the others null).
    [[nodiscard]] bool is_set(SlotIndex index) const { return index != 0 && slots[index].kind != Kind::null; }

    /// Members or elements of a container, in order, overridden ones included:
    /// for (SlotIndex i = first(parent); i != end(parent); i = next(i))
    [[nodiscard]] SlotIndex first(SlotIndex parent) const { return parent + 1; }
    [[nodiscard]] SlotIndex end(SlotIndex parent) const { return slots[parent].next; }
    [[nodiscard]] SlotIndex next(SlotIndex index) const { return slots[index].next; }

private:
    [[nodiscard]] static std::string_view decoded(std::string_view raw, std::string& scratch);
};

/// Limits on one body; crossing one is the finding `limit`.
struct Limits {
    std::size_t depth = 128;               // containers within containers; the root is 1
    std::size_t body = 64u * 1024 * 1024;  // bytes
    std::size_t fields = 100'000;          // values, members and elements alike
};

/// Why a body could not be decoded: the first fault.
struct Fault {
    schema::Rule rule = schema::Rule::json_syntax;
    std::size_t offset = 0;  // bytes in the body
    std::string pointer{};   // of the innermost value begun
    std::string message{};   // without a final stop: `unexpected "}"`
    std::string expected{};  // `a value`; may be empty
    std::string hint{};      // may be empty
};

}  // namespace hookspect::event
