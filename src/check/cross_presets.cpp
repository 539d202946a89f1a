#include "base/wording.h"
#include "check/cross.h"
#include "event/brief.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <string>

namespace hookspect::check {
namespace {

event::SlotIndex preset(Context& context, schema::FieldId id) {
    const event::SlotIndex slot = id == schema::no_field ? 0 : context.set(id, event::Kind::string);
    return slot != 0 && !context.is_blank_form_value(context.event[slot]) ? slot : 0;
}

/// The finding sits at the inner or later one, which is `there`.
void compare(Context& context, event::SlotIndex there, event::SlotIndex here, schema::FieldId here_field) {
    if (there == 0 || here == 0) return;
    const event::Event& event = context.event;
    std::string scratch;
    if (context.text(event[there]) == event.text(event[here], scratch)) return;
    context.tell(
        {.rule = schema::Rule::preset_mismatch,
         .slot = there,
         .message = " is " + event::shown(event, there),
         .expected = fmt::format("{}, as {} says", event::shown(event, here), schema::field_path(here_field)),
         .other = here});
}

}  // namespace

void check_presets(Context& context) {
    const event::SlotIndex campaign = preset(context, schema::ids::config_preset);
    for (const schema::ResourceFields& fields : schema::ids::resources) {
        if (fields.preset_id == schema::no_field || context.set(fields.object) == 0) continue;
        const event::SlotIndex own = preset(context, fields.preset);
        const event::SlotIndex inner = preset(context, fields.preset_id);
        compare(context, inner, own, fields.preset);
        if (own != 0) {
            compare(context, campaign, own, fields.preset);
        } else if (campaign > inner) {
            compare(context, campaign, inner, fields.preset_id);
        } else {
            compare(context, inner, campaign, schema::ids::config_preset);
        }
    }
}

}  // namespace hookspect::check
