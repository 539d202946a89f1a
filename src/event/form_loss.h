#pragma once

#include "event/event.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace hookspect::event {

/// What form encoding cannot carry: what a form decoder gives back for it is another value, or nothing.
enum class FormLoss : std::uint8_t {
    null,          // reads as the empty text
    empty_string,  // reads as not set, where the field is no plain text
    empty_list,    // left out
    empty_object,  // left out
    type,          // reads as another, which its text and its place allow
    key,           // reads as a list's index or as more than one key, or cannot be written at all
    repeated_key,  // the values under it read as a list
};
inline constexpr std::size_t form_losses = 7;

/// One value of an event that form encoding does not carry; a key is that of the value.
struct LostInForm {
    FormLoss loss;
    SlotIndex slot;
};

/// Appends a count of losses of one kind, as it follows `form encoding could not carry`: `1 list`,
/// `the type of 5 values`.
void append_form_loss(std::string& out, FormLoss loss, std::uint64_t count);

}  // namespace hookspect::event
