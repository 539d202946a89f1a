#include "event/selection.h"

#include <algorithm>

namespace hookspect::event {
namespace {

/// The field that holds the object that `owner` is the type of, where an event has one such object.
schema::FieldId holder_of(schema::ObjectType owner) {
    for (const schema::Field& row : schema::fields()) {
        if (row.object == owner && row.type == schema::ValueType::object && schema::stands_once(owner))
            return schema::id_of(row);
    }
    return schema::no_field;
}

}  // namespace

void Selection::want(schema::FieldId id) {
    fields[id] = Want::whole;
    for (schema::FieldId parent = holder_of(schema::field(id).owner); parent != schema::no_field;
         parent = holder_of(schema::field(parent).owner)) {
        fields[parent] = std::max(fields[parent], Want::inside);
    }
}

}  // namespace hookspect::event
