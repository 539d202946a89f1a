#include "schema/path_spot.h"

#include "schema/ids.h"

#include <algorithm>

namespace hookspect::schema {
namespace {

using Token = PathToken::Kind;

void add(Spots& spots, const Spot& spot) {
    if (std::find(spots.begin(), spots.end(), spot) == spots.end()) spots.push_back(spot);
}

Spot property_by_key() {
    return {Spot::Kind::property, ObjectType::none, ids::property_value};
}

void step_from_object(const Spot& spot, const PathToken& token, Spots& next) {
    if (token.kind == Token::any_member) {
        for (const Field& row : fields_of(spot.object)) add(next, spot_of(id_of(row)));
        if (object(spot.object).open) add(next, {});
    }
    if (token.kind != Token::name) return;
    if (const auto member = member_of(spot, token.key)) add(next, *member);
}

void step_from_strings(const Spot& spot, const PathToken& token, Spots& next) {
    const bool index = token.kind == Token::name && list_index(token.key);
    if (!index && token.kind != Token::index && token.kind != Token::any_element) return;
    add(next, element_of(spot));
}

/// An element of a list of properties: in a JSON Pointer a number is an index.
bool is_element(const PathToken& token) {
    const bool pointed = token.kind == Token::name && token.pointer && list_index(token.key);
    return pointed || token.kind == Token::index || token.kind == Token::any_element;
}

void step_from_properties(const Spot& spot, const PathToken& token, Spots& next) {
    add(next, is_element(token) ? element_of(spot) : property_by_key());
}

/// What is below a property stands in its `properties` or in its `value`.
void step_from_property(const Spot& spot, const PathToken& token, Spots& next) {
    if (!is_element(token)) return add(next, spot);
    add(next, element_of(spot_of(ids::property_properties)));
    add(next, {});
}

bool alike(FieldId a, FieldId b) {
    if (a == b) return true;
    if (a == no_field || b == no_field) return false;
    const Field& one = field(a);
    const Field& other = field(b);
    return one.type == other.type && one.object == other.object && one.unit == other.unit &&
           one.values.data() == other.values.data();
}

}  // namespace

Spot spot_of(FieldId id) noexcept {
    const Field& row = field(id);
    switch (row.type) {
        case ValueType::object: return {Spot::Kind::object, row.object, id};
        case ValueType::strings: return {Spot::Kind::strings, ObjectType::none, id};
        case ValueType::properties: return {Spot::Kind::properties, ObjectType::none, id};
        case ValueType::any: return {Spot::Kind::free, ObjectType::none, id};
        case ValueType::string:
        case ValueType::number:
        case ValueType::boolean:
        case ValueType::url:
        case ValueType::person_id:
        case ValueType::primary: break;
    }
    return {Spot::Kind::scalar, ObjectType::none, id};
}

std::optional<Spot> member_of(const Spot& spot, std::string_view key) noexcept {
    if (spot.kind == Spot::Kind::free) return Spot{};
    if (spot.kind != Spot::Kind::object) return std::nullopt;
    const FieldId id = find_field(spot.object, key);
    if (id != no_field) return spot_of(id);
    return object(spot.object).open ? std::optional(Spot{}) : std::nullopt;
}

Spot element_of(const Spot& spot) noexcept {
    switch (spot.kind) {
        case Spot::Kind::strings: return {Spot::Kind::scalar, ObjectType::none, spot.field};
        case Spot::Kind::properties: return {Spot::Kind::object, ObjectType::person_property, spot.field};
        default: return {};
    }
}

Spots step_from(const Spots& spots, const PathToken& token) {
    Spots next;
    for (const Spot& spot : spots) {
        switch (spot.kind) {
            case Spot::Kind::object: step_from_object(spot, token, next); break;
            case Spot::Kind::scalar: break;
            case Spot::Kind::strings: step_from_strings(spot, token, next); break;
            case Spot::Kind::properties: step_from_properties(spot, token, next); break;
            case Spot::Kind::property: step_from_property(spot, token, next); break;
            case Spot::Kind::free: add(next, {}); break;
        }
    }
    return next;
}

FieldId common_field(const Spots& spots) noexcept {
    if (spots.empty()) return no_field;
    const FieldId first = spots.front().field;
    const bool same = std::all_of(spots.begin(), spots.end(),
                                  [first](const Spot& spot) { return alike(first, spot.field); });
    return same ? first : no_field;
}

bool any_is(const Spots& spots, Spot::Kind kind) noexcept {
    return std::any_of(spots.begin(), spots.end(), [kind](const Spot& spot) { return spot.kind == kind; });
}

bool is_singleton(FieldId id) noexcept {
    return stands_once(field(id).owner);
}

Descent descend(const Path& path, FieldId resource) noexcept {
    Descent descent{resource};
    ObjectType inside = resource == no_field ? ObjectType::event : field(resource).object;
    for (const PathStep& step : path.steps) {
        if (step.kind != PathStep::Kind::member || inside == ObjectType::none) break;
        const FieldId id = find_field(inside, step.key);
        descent.known = id != no_field || object(inside).open;
        if (id == no_field || !is_singleton(id)) break;
        descent.field = id;
        ++descent.taken;
        inside = field(id).type == ValueType::object ? field(id).object : ObjectType::none;
    }
    return descent;
}

}  // namespace hookspect::schema
