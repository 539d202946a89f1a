#include "base/number.h"
#include "base/uuid.h"
#include "base/wording.h"
#include "check/cross.h"
#include "event/brief.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <string>

namespace hookspect::check {
namespace {

/// The value at `inner` must be that at the root's `outer`; the finding sits at the inner one.
void tell_mismatch(Context& context, event::SlotIndex inner, event::SlotIndex outer,
                   schema::FieldId outer_field) {
    context.tell({.rule = schema::Rule::id_mismatch,
                  .slot = inner,
                  .message = " is " + event::shown(context.event, inner),
                  .expected = fmt::format("{}, as {} says", event::shown(context.event, outer),
                                          schema::field(outer_field).key),
                  .other = outer});
}

void compare_whole(Context& context, schema::FieldId inner_field, schema::FieldId outer_field) {
    const event::SlotIndex inner = context.set(inner_field, event::Kind::number);
    const event::SlotIndex outer = context.set(outer_field, event::Kind::number);
    if (inner == 0 || outer == 0) return;
    const event::Event& event = context.event;
    const std::string_view a = event.raw(event[inner]);
    const std::string_view b = event.raw(event[outer]);
    if (a == b || base::compare_numbers(a, b) == 0) return;
    tell_mismatch(context, inner, outer, outer_field);
}

void compare_persons(Context& context, schema::FieldId inner_field, schema::FieldId outer_field) {
    const event::Event& event = context.event;
    const event::Slot& a = event[context.set(inner_field)];
    const event::Slot& b = event[context.set(outer_field)];
    if (a.size == b.size && event.raw(a) == event.raw(b)) return;  // as nearly always
    const event::SlotIndex inner = context.person(inner_field);
    const event::SlotIndex outer = context.person(outer_field);
    if (inner == 0 || outer == 0) return;
    std::string scratch;
    if (base::may_be_same_person(context.text(event[inner]), event.text(event[outer], scratch))) return;
    tell_mismatch(context, inner, outer, outer_field);
}

}  // namespace

void check_ids(Context& context) {
    for (const schema::ResourceFields& fields : schema::ids::resources) {
        if (context.set(fields.object) == 0) continue;
        if (fields.type == schema::ObjectType::person) {
            compare_persons(context, fields.inner_id, fields.id);
        } else {
            compare_whole(context, fields.inner_id, fields.id);
        }
        compare_whole(context, fields.organization, schema::ids::organization_id);
        if (fields.campaign != schema::no_field)
            compare_whole(context, fields.campaign, schema::ids::campaign.id);
        if (fields.member != schema::no_field)
            compare_persons(context, fields.member, schema::ids::person.id);
    }
}

}  // namespace hookspect::check
