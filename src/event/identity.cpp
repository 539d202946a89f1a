#include "event/identity.h"

#include "schema/ids.h"

#include <string_view>

namespace hookspect::event {
namespace {

/// Identifiers of persons are UUIDs, which compare without case.
void append_lower(std::string& out, std::string_view text) {
    for (const char c : text) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
}

}  // namespace

SlotIndex id_of(const Event& event) {
    std::string scratch;
    const SlotIndex named = event.at(schema::ids::event_resource);
    if (!event.is_set(named)) return 0;
    const schema::ResourceFields* resource = schema::ids::resource_named(event.text(event[named], scratch));
    if (resource == nullptr) return 0;
    const SlotIndex id = event.at(resource->id);
    if (event.is_set(id)) return id;
    return event.is_set(event.at(resource->inner_id)) ? event.at(resource->inner_id) : 0;
}

std::string identity_of(const Event& event) {
    const SlotIndex id = id_of(event);
    if (id == 0) return {};
    std::string scratch;
    std::string identity(event.text(event[event.at(schema::ids::event_resource)], scratch));
    identity.push_back(' ');
    append_lower(identity, event.text(event[id], scratch));
    return identity;
}

void select_identity(Selection& selection) {
    selection.want(schema::ids::event_resource);
    for (const schema::ResourceFields& resource : schema::ids::resources) {
        selection.want(resource.id);
        selection.want(resource.inner_id);
    }
}

}  // namespace hookspect::event
