#pragma once

#include "check/context.h"
#include "schema/fields.h"

#include <string_view>

namespace hookspect::check {

/// What the rules say of each value by itself, in one pass over the tape of an event whose root and `event`
/// are objects.
void check_values(Context& context);

// What the rules say of one value. `slot` is set: neither absent nor null, unless said otherwise.

/// The value is not of the documented type.
void tell_type(Context& context, event::SlotIndex slot, const schema::Field& row);
void tell_type(Context& context, event::SlotIndex slot, const schema::Field& row, schema::Severity severity);
/// An element of a list of strings or of PersonProperty, which may be null.
void tell_element_type(Context& context, event::SlotIndex slot, const schema::Field& row);

/// A string that must be one of a list: rule `enum`.
void check_listed(Context& context, event::SlotIndex slot, const schema::Field& row);
void check_ip_address(Context& context, event::SlotIndex slot);
void check_person_id(Context& context, event::SlotIndex slot);
void check_number(Context& context, event::SlotIndex slot, const schema::Field& row);

/// Whether a timestamp most likely counts something else than documented (rule `timestamp-unit`).
[[nodiscard]] bool has_wrong_unit(const event::Event& event, event::SlotIndex number,
                                  schema::Unit unit) noexcept;

}  // namespace hookspect::check
