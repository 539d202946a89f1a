#include "base/number.h"
#include "base/uuid.h"
#include "base/wording.h"
#include "check/cross.h"
#include "event/brief.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <string>

namespace hookspect {
namespace {

/// The value at `inner` must be that at the root's `outer`; the finding sits at the inner one.
void tell_mismatch(Context& context, SlotIndex inner, SlotIndex outer, FieldId outer_field) {
    context.tell(
        {.rule = Rule::id_mismatch,
         .slot = inner,
         .message = " is " + shown(context.event, inner),
         .expected = fmt::format("{}, as {} says", shown(context.event, outer), field(outer_field).key),
         .other = outer});
}

void compare_whole(Context& context, FieldId inner_field, FieldId outer_field) {
    const SlotIndex inner = context.set(inner_field, Kind::number);
    const SlotIndex outer = context.set(outer_field, Kind::number);
    if (inner == 0 || outer == 0) return;
    const Event& event = context.event;
    const std::string_view a = event.raw(event[inner]);
    const std::string_view b = event.raw(event[outer]);
    if (a == b || compare_numbers(a, b) == 0) return;
    tell_mismatch(context, inner, outer, outer_field);
}

void compare_persons(Context& context, FieldId inner_field, FieldId outer_field) {
    const Event& event = context.event;
    const Slot& a = event[context.set(inner_field)];
    const Slot& b = event[context.set(outer_field)];
    if (a.size == b.size && event.raw(a) == event.raw(b)) return;  // as nearly always
    const SlotIndex inner = context.person(inner_field);
    const SlotIndex outer = context.person(outer_field);
    if (inner == 0 || outer == 0) return;
    std::string scratch;
    if (may_be_same_person(context.text(event[inner]), event.text(event[outer], scratch))) return;
    tell_mismatch(context, inner, outer, outer_field);
}

}  // namespace

void check_ids(Context& context) {
    for (const ResourceFields& fields : ids::resources) {
        if (context.set(fields.object) == 0) continue;
        if (fields.type == ObjectType::person) {
            compare_persons(context, fields.inner_id, fields.id);
        } else {
            compare_whole(context, fields.inner_id, fields.id);
        }
        compare_whole(context, fields.organization, ids::organization_id);
        if (fields.campaign != no_field) compare_whole(context, fields.campaign, ids::campaign.id);
        if (fields.member != no_field) compare_persons(context, fields.member, ids::person.id);
    }
}

}  // namespace hookspect
