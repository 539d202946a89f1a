#pragma once

#include "check/context.h"
#include "schema/fields.h"

#include <cstdint>

namespace hookspect {

// What the rules say of the members of one object. Overwritten members are passed over.

/// Undocumented keys of a closed object: rule `unknown-field`.
void check_keys(Context& context, SlotIndex object, ObjectType type);

/// The keys and texts of a MultilingualString or MultilingualURL, which is the value of the field `id`.
void check_languages(Context& context, SlotIndex object, FieldId id);

/// Consents are booleans.
void check_opt_in(Context& context, SlotIndex object);

/// What is particular to a PersonProperty: rules `missing-key` and `value-and-properties`.
void check_property(Context& context, SlotIndex object);

/// `conversion.response.action`: rules `action` and `action-property`.
void check_action(Context& context, SlotIndex object);

/// Which documented fields an object has.
class PresentFields {
public:
    void add(FieldId id) { bits_ |= bit(id); }
    [[nodiscard]] bool has(FieldId id) const { return (bits_ & bit(id)) != 0; }
    [[nodiscard]] bool operator==(const PresentFields&) const = default;

private:
    std::uint32_t bits_ = 0;
    // The fields of one type are neighbours and fewer than 32, so that the low bits tell them apart.
    static constexpr std::uint32_t bit(FieldId id) { return std::uint32_t{1} << (id % 32U); }
};

/// Tells of an undocumented member of an object that has the fields `present`.
void tell_unknown_key(Context& context, SlotIndex member, ObjectType type, const PresentFields& present);

}  // namespace hookspect
