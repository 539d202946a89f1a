#pragma once

#include "schema/fields.h"

#include <array>
#include <cstdint>

namespace hookspect::event {

/// Which values of an event will be looked at. The JSON decoder leaves the others out of the tape and does
/// not check what is inside them.
struct Selection {
    enum class Want : std::uint8_t {
        nothing,  // left out
        inside,   // an object, with those of its members that are wanted themselves
        whole,    // with all that is in it
    };
    std::array<Want, 256> fields{};  // by FieldId; fields of properties and Multilingual values do not count:
                                     // those are wanted or left out whole
    Want undocumented =
        Want::nothing;  // members that the schema does not know, in objects that are gone inside

    /// Wants a field whole, and its parents inside.
    void want(schema::FieldId id);
};

}  // namespace hookspect::event
