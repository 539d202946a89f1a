#include "event/path_values.h"
#include "schema/ids.h"
#include "schema/path_spot.h"

namespace hookspect {
namespace {

/// A path that begins with `*`.
void want_all(Selection& selection) {
    for (const Field& row : fields_of(ObjectType::event)) selection.want(id_of(row));
    selection.undocumented = Selection::Want::whole;
}

}  // namespace

void select(const Path& path, Selection& selection) {
    if (!path.of_resource) {
        const Descent descent = descend(path);
        return descent.field == no_field ? want_all(selection) : selection.want(descent.field);
    }
    selection.want(ids::event_resource);
    for (const ResourceFields& resource : ids::resources) {
        const Descent descent = descend(path, resource.object);
        if (descent.known) selection.want(descent.field);
    }
}

}  // namespace hookspect
