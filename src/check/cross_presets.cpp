#include "base/wording.h"
#include "check/cross.h"
#include "event/brief.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <string>

namespace hookspect {
namespace {

SlotIndex preset(Context& context, FieldId id) {
    const SlotIndex slot = id == no_field ? 0 : context.set(id, Kind::string);
    return slot != 0 && !context.is_blank_form_value(context.event[slot]) ? slot : 0;
}

/// The finding sits at the inner or later one, which is `there`.
void compare(Context& context, SlotIndex there, SlotIndex here, FieldId here_field) {
    if (there == 0 || here == 0) return;
    const Event& event = context.event;
    std::string scratch;
    if (context.text(event[there]) == event.text(event[here], scratch)) return;
    context.tell({.rule = Rule::preset_mismatch,
                  .slot = there,
                  .message = " is " + shown(event, there),
                  .expected = fmt::format("{}, as {} says", shown(event, here), field_path(here_field)),
                  .other = here});
}

}  // namespace

void check_presets(Context& context) {
    const SlotIndex campaign = preset(context, ids::config_preset);
    for (const ResourceFields& fields : ids::resources) {
        if (fields.preset_id == no_field || context.set(fields.object) == 0) continue;
        const SlotIndex own = preset(context, fields.preset);
        const SlotIndex inner = preset(context, fields.preset_id);
        compare(context, inner, own, fields.preset);
        if (own != 0) {
            compare(context, campaign, own, fields.preset);
        } else if (campaign > inner) {
            compare(context, campaign, inner, fields.preset_id);
        } else {
            compare(context, inner, campaign, ids::config_preset);
        }
    }
}

}  // namespace hookspect
