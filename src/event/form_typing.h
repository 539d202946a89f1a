#pragma once

#include "event/event.h"
#include "schema/fields.h"

#include <string_view>

namespace hookspect::event {

/// What the schema says of the place where a value of a form body stands.
struct FormSpot {
    schema::FieldId field = schema::no_field;              // what Slot::field will be
    schema::ValueType type = schema::ValueType::any;       // by which a text is typed
    schema::ObjectType object = schema::ObjectType::none;  // the type of an object that stands there
    bool once = false;                                     // an event has this field at most once
};

/// The spot of the member `key` of an object of type `owner`. `once`: an event has that object at most once.
[[nodiscard]] FormSpot form_member_spot(schema::ObjectType owner, std::string_view key, bool once) noexcept;

/// The spot of an element, where a list stands. Where the schema has no list the elements are no documented
/// values; those of a scalar field are still read by its type.
[[nodiscard]] FormSpot form_element_spot(const FormSpot& list) noexcept;

/// Whether one value that stands there is a list of one.
[[nodiscard]] bool is_form_list(const FormSpot& spot) noexcept;

/// What a value is, by its text and its place. What does not fit stays a string. A boolean is `true`,
/// `false`, `1` or `0`; in optIn also `yes`, `no`, `on` and `off`, in any case.
[[nodiscard]] Kind form_scalar_kind(const FormSpot& spot, std::string_view text) noexcept;

/// Whether the text of a boolean means true.
[[nodiscard]] bool is_form_truth(std::string_view text) noexcept;

}  // namespace hookspect::event
