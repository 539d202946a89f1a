#pragma once

#include "event/event.h"
#include "report/layout/presentation.h"
#include "report/layout/rows.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::report {

/// A card while it is written: the event, the rows so far, and what is already on them.
struct Card {
    const event::Event& event;
    const Presentation& presentation;
    Rows rows;
    std::vector<bool> shown{};             // by slot: no row of its own is needed any more
    std::vector<std::uint64_t> faults{};   // offsets of values and keys with an error, in the event's body
    std::vector<std::string> languages{};  // of config.languages, each once
    bool has_languages = false;            // config.languages is a list

    Card(const event::Event& shown_event, const Presentation& how);
};

/// A member about to be shown: in an object of type `owner`, its label behind `prefix`.
struct Member {
    event::SlotIndex index;
    schema::ObjectType owner;
    int indent;
    std::string prefix{};
};

/// The type of the documented object that a slot holds, or should hold; none for others.
[[nodiscard]] schema::ObjectType object_type(const event::Event& event, event::SlotIndex index);

/// A key as a path has it: bare, or `["a.b"]` where it has other characters than a bare key may.
[[nodiscard]] std::string path_label(std::string_view key);

/// The slot of a documented field inside `object`, or 0.
[[nodiscard]] event::SlotIndex member_of(const event::Event& event, event::SlotIndex object,
                                         schema::ObjectType type, std::string_view key);

/// A string's text; of any other value its JSON.
[[nodiscard]] std::string text_of(const Card& card, event::SlotIndex index);

/// Begins the row of a value, with the mark of an error in it or of a key that the documentation does not
/// have.
void begin_row(Card& card, const Member& member, std::string_view label);

/// Adds a value to the row: text bare, nothing as `not set`, all else as JSON.
void put_value(Card& card, event::SlotIndex index);
void put_not_set(Card& card);
void put_json(Card& card, event::SlotIndex index);

/// Shows a member with all that is in it, as its documented type asks for; of any shape.
void show_member(Card& card, const Member& member);

/// Shows the members of an object that are not shown yet: those of `order` first (an empty name is an empty
/// line), then the other documented ones, then the rest.
void show_members(Card& card, event::SlotIndex object, schema::ObjectType type, int indent,
                  std::span<const std::string_view> order = {});

/// Adds a point in time: date, number as it stands, age.
void put_time(Card& card, const event::Slot& slot, schema::Unit unit);

/// From here on, containers are shown as JSON: nothing nested deeper can be read as a column.
inline constexpr int deepest_indent = 24;

}  // namespace hookspect::report
