#pragma once

#include "event/event.h"
#include "schema/fields.h"

#include <cstdint>
#include <string_view>

namespace hookspect {

/// What the schema says of the place where a value of a form body stands.
struct FormSpot {
    FieldId field = no_field;
    bool element = false;  // of the field's list, not the field itself
    bool consent = false;  // a value of optIn: a boolean under any key
    bool once = false;     // an event has this place at most once
};

/// The spot of the member `key` of an object of type `owner`.
[[nodiscard]] FormSpot form_member_spot(ObjectType owner, std::string_view key, bool once) noexcept;

/// The spot of an element, where a list stands.
[[nodiscard]] FormSpot form_element_spot(const FormSpot& list) noexcept;

/// The type of an object that stands there; none where the schema knows nothing of its keys.
[[nodiscard]] ObjectType form_object_type(const FormSpot& spot) noexcept;

/// Whether one value that stands there is a list of one.
[[nodiscard]] bool is_form_list(const FormSpot& spot) noexcept;

/// What a value is, by its text and the type that the schema gives its place. What fits no type stays a string.
[[nodiscard]] Kind form_scalar_kind(const FormSpot& spot, std::string_view text) noexcept;

}  // namespace hookspect
