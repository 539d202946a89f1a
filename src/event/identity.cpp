#include "event/identity.h"

#include "base/normal_text.h"
#include "base/number.h"
#include "base/uuid.h"
#include "event/json_value.h"
#include "schema/ids.h"

#include <string_view>

namespace hookspect::event {
namespace {

void append_number(std::string& out, std::string_view number) {
    if (const auto value = base::small_whole_value(number)) {
        out.append(std::to_string(*value));
    } else {
        base::append_normal_number(out, number);
    }
}

/// Identifiers of persons are UUIDs, which compare without case.
void lower(std::string& text, std::size_t from) {
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] >= 'A' && text[i] <= 'Z') text[i] = static_cast<char>(text[i] + ('a' - 'A'));
    }
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

void append_identity_text(std::string& out, const Event& event, SlotIndex value) {
    const Slot& slot = event[value];
    std::string scratch;
    std::string normal;
    switch (slot.kind) {
        case Kind::string: out.append(base::normal_text(event.text(slot, scratch), normal)); break;
        case Kind::number: append_number(out, event.raw(slot)); break;
        default: append_effective_json(out, event, value); break;
    }
}

bool names_nobody(const Event& event, SlotIndex value) {
    std::string scratch;
    return event[value].kind == Kind::string && event.text(event[value], scratch) == base::anonymous;
}

std::string identity_of(const Event& event) {
    const SlotIndex id = id_of(event);
    return id == 0 || names_nobody(event, id) ? std::string() : subject_of(event);
}

std::string subject_of(const Event& event) {
    const SlotIndex id = id_of(event);
    if (id == 0) return {};
    std::string scratch;
    std::string subject(event.text(event[event.at(schema::ids::event_resource)], scratch));
    subject.push_back(' ');
    const std::size_t begin = subject.size();
    append_identity_text(subject, event, id);
    lower(subject, begin);
    return subject;
}

void select_identity(Selection& selection) {
    selection.want(schema::ids::event_resource);
    for (const schema::ResourceFields& resource : schema::ids::resources) {
        selection.want(resource.id);
        selection.want(resource.inner_id);
    }
}

}  // namespace hookspect::event
