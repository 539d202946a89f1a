#include "event/selection.h"

#include <algorithm>

namespace hookspect {
namespace {

/// The field that holds the object that `owner` is the type of, where an event has one such object.
FieldId holder_of(ObjectType owner) {
    for (const Field& row : fields()) {
        if (row.object == owner && row.type == ValueType::object && stands_once(owner)) return id_of(row);
    }
    return no_field;
}

}  // namespace

void Selection::want(FieldId id) {
    fields[id] = Want::whole;
    for (FieldId parent = holder_of(field(id).owner); parent != no_field;
         parent = holder_of(field(parent).owner)) {
        fields[parent] = std::max(fields[parent], Want::inside);
    }
}

}  // namespace hookspect
