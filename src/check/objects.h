#pragma once

#include "check/context.h"
#include "schema/fields.h"

#include <cstdint>

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

/// `conversion.response.action`: rules `action` and `action-property`.
void check_action(Context& context, event::SlotIndex object);

/// Which documented fields an object has.
class PresentFields {
public:
    void add(schema::FieldId id) { bits_ |= bit(id); }
    [[nodiscard]] bool has(schema::FieldId id) const { return (bits_ & bit(id)) != 0; }
    [[nodiscard]] bool operator==(const PresentFields&) const = default;

private:
    std::uint32_t bits_ = 0;
    // The fields of one type are neighbours and fewer than 32, so that the low bits tell them apart.
    static constexpr std::uint32_t bit(schema::FieldId id) { return std::uint32_t{1} << (id % 32U); }
};

/// Tells of an undocumented member of an object that has the fields `present`.
void tell_unknown_key(Context& context, event::SlotIndex member, schema::ObjectType type,
                      const PresentFields& present);

}  // namespace hookspect::check
