#include "base/wording.h"
#include "check/cross.h"
#include "event/brief.h"
#include "schema/ids.h"

#include <fmt/format.h>

namespace hookspect::check {
namespace {

using std::string_view;

bool is_published(string_view name) {
    return name.starts_with("published_");
}

/// Something is there, of whatever type; an empty value of a form body counts as null.
bool is_given(const Context& context, schema::FieldId id) {
    const event::SlotIndex slot = context.set(id);
    return slot != 0 && !context.is_blank_form_value(context.event[slot]);
}

/// The field `id` of `parent` is absent or null.
void tell_unset(Context& context, event::SlotIndex parent, schema::FieldId id, Remark remark) {
    remark.slot = context.event.at(id);
    tell_not_set(context, std::move(remark), parent, schema::field(id).key);
}

void check_required(Context& context, schema::FieldId id) {
    if (is_given(context, id)) return;
    tell_unset(context, context.event.at(schema::ids::event), id,
               {.rule = schema::Rule::required, .expected = base::either_of(schema::field(id).values)});
}

void check_event_mismatch(Context& context, string_view name, string_view resource) {
    if (!is_published(name) || resource.empty() || resource == schema::ids::campaign.name) return;
    const event::SlotIndex name_slot = context.event.at(schema::ids::event_name);
    const event::SlotIndex resource_slot = context.event.at(schema::ids::event_resource);
    const bool name_later = name_slot > resource_slot;
    context.tell(
        {.rule = schema::Rule::event_mismatch,
         .slot = name_later ? name_slot : resource_slot,
         .message = fmt::format(" is {}", base::quoted(name_later ? name : resource)),
         .expected = name_later
                         ? fmt::format("created, changed or removed, as event.resource says {}", resource)
                         : fmt::format("campaign, as event.name says {}", name),
         .other = name_later ? resource_slot : name_slot});
}

/// The id as it is written inside the object, for a hint; empty if there is none.
std::string inner_id(const Context& context, schema::FieldId id) {
    const event::SlotIndex slot = context.set(id);
    return slot == 0 ? std::string{}
                     : fmt::format("{} is {}", schema::field_path(id), event::shown(context.event, slot));
}

void check_orphan(Context& context, const schema::ResourceFields& fields) {
    const event::SlotIndex resource = context.set(fields.object, event::Kind::object);
    if (resource == 0 || context.set(fields.id) != 0) return;
    context.tell({.rule = schema::Rule::orphan_resource,
                  .slot = resource,
                  .message = fmt::format(" is set, {} is not", schema::field(fields.id).key),
                  .expected = fmt::format("{} beside it", schema::field(fields.id).key),
                  .hint = inner_id(context, fields.inner_id)});
}

void check_own_id(Context& context, const schema::ResourceFields& own) {
    const bool orphan = context.set(own.object, event::Kind::object) != 0;
    if (orphan || context.set(own.id) != 0) return;
    tell_unset(context, 0, own.id,
               {.rule = schema::Rule::missing_id,
                .expected = fmt::format("the id of the {}, as event.resource says", own.name),
                .other = context.event.at(schema::ids::event_resource)});
}

void check_organization_id(Context& context) {
    if (context.set(schema::ids::organization_id) != 0) return;
    std::string hint;
    for (const schema::ResourceFields& resource : schema::ids::resources) {
        if (hint.empty()) hint = inner_id(context, resource.organization);
    }
    tell_unset(context, 0, schema::ids::organization_id,
               {.rule = schema::Rule::missing_id,
                .expected = "the id of the Ambassify account",
                .hint = std::move(hint)});
}

void check_own_resource(Context& context, const schema::ResourceFields& own) {
    if (context.set(own.object) == 0) {
        tell_unset(context, 0, own.object,
                   {.rule = schema::Rule::missing_resource,
                    .expected = fmt::format("the {}, as event.resource says", own.name),
                    .other = context.event.at(schema::ids::event_resource)});
        return;
    }
    const event::SlotIndex object = context.set(own.object, event::Kind::object);
    if (object == 0 || context.set(own.inner_id) != 0) return;
    const event::SlotIndex id = context.set(own.id);
    std::string expected =
        id == 0 ? fmt::format("the id of the {}", own.name)
                : fmt::format("{}, as {} says", event::shown(context.event, id), schema::field(own.id).key);
    tell_unset(context, object, own.inner_id,
               {.rule = schema::Rule::missing_resource, .expected = std::move(expected), .other = id});
}

}  // namespace

void check_presence(Context& context) {
    check_required(context, schema::ids::event_name);
    check_required(context, schema::ids::event_resource);
    const string_view name = context.documented_value(schema::ids::event_name);
    const string_view resource = context.documented_value(schema::ids::event_resource);
    check_event_mismatch(context, name, resource);
    check_organization_id(context);
    for (const schema::ResourceFields& fields : schema::ids::resources) {
        check_orphan(context, fields);
        if (fields.name != resource) continue;
        check_own_id(context, fields);
        if (!name.empty() && name != "removed") check_own_resource(context, fields);
    }
}

}  // namespace hookspect::check
