#pragma once

#include "check/context.h"
#include "schema/fields.h"

namespace hookspect::check {

// What the rules say of the members of one object. Overwritten members are passed over.

/// Undocumented keys of a closed object: rule `unknown-field`.
void check_keys(Context& context, event::SlotIndex object, schema::ObjectType type);

/// The keys and texts of a MultilingualString or MultilingualURL, which is the value of the field `id`.
void check_languages(Context& context, event::SlotIndex object, schema::FieldId id);

/// Consents are booleans.
void check_opt_in(Context& context, event::SlotIndex object);

/// What is particular to a PersonProperty: rules `missing-key` and `value-and-properties`.
void check_property(Context& context, event::SlotIndex object);

}  // namespace hookspect::check
