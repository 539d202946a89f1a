#pragma once

#include "schema/fields.h"
#include "schema/path_text.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hookspect::schema {

/// A place in the schema that a path may have come to.
struct Spot {
    enum class Kind : std::uint8_t {
        object,      // of a documented type, which may be open
        scalar,      // nothing is in it
        strings,     // a list of strings
        properties,  // a list of PersonProperty
        property,    // a PersonProperty that was named by its key
        free,        // nothing is documented from here on
    };
    Kind kind = Kind::free;
    ObjectType object = ObjectType::none;
    FieldId field = no_field;  // the documented field here; of a list's element the list's

    [[nodiscard]] bool operator==(const Spot&) const = default;
};

/// Behind a `*` there are several. Each stands here once.
using Spots = std::vector<Spot>;

/// Where every path begins: at the event.
[[nodiscard]] constexpr Spot root_spot() noexcept {
    return {Spot::Kind::object, ObjectType::event, no_field};
}

/// Where a value of this field is.
[[nodiscard]] Spot spot_of(FieldId id) noexcept;

/// The member of an object that is here; nothing where the schema does not know it.
[[nodiscard]] std::optional<Spot> member_of(const Spot& spot, std::string_view key) noexcept;

/// An element of the list that is here. Where the schema has no list, nothing is documented of it.
[[nodiscard]] Spot element_of(const Spot& spot) noexcept;

/// Where a step of a path leads; nowhere if the schema does not know it.
[[nodiscard]] Spots step_from(const Spots& spots, const PathToken& token);

/// The documented field at all of these, if there is one, or one of several that are alike in all that a
/// value can be (the languages of a Multilingual object); else no_field.
[[nodiscard]] FieldId common_field(const Spots& spots) noexcept;

[[nodiscard]] bool any_is(const Spots& spots, Spot::Kind kind) noexcept;

/// Whether an event has this field at most once, so that Event::at finds it.
[[nodiscard]] bool is_singleton(FieldId id) noexcept;

/// How far the first steps of a path are members that an event has at most once.
struct Descent {
    FieldId field = no_field;  // the last of them
    std::size_t taken = 0;     // steps
    bool known = true;         // false: the step behind them names a field that this object does not have
};

/// Of a path from the root, or with `resource`, the field of one, from that object.
[[nodiscard]] Descent descend(const Path& path, FieldId resource = no_field) noexcept;

}  // namespace hookspect::schema
