#include "event/path_values.h"
#include "schema/ids.h"
#include "schema/path_spot.h"

namespace hookspect::event {
namespace {

/// A path that begins with `*`.
void want_all(Selection& selection) {
    for (const schema::Field& row : schema::fields_of(schema::ObjectType::event))
        selection.want(schema::id_of(row));
    selection.undocumented = Selection::Want::whole;
}

}  // namespace

void select(const schema::Path& path, Selection& selection) {
    if (!path.of_resource) {
        const schema::Descent descent = schema::descend(path);
        return descent.field == schema::no_field ? want_all(selection) : selection.want(descent.field);
    }
    selection.want(schema::ids::event_resource);
    for (const schema::ResourceFields& resource : schema::ids::resources) {
        const schema::Descent descent = schema::descend(path, resource.object);
        if (descent.known) selection.want(descent.field);
    }
}

}  // namespace hookspect::event
