#include "ops/patch_values.h"

namespace hookspect::ops {

MemberMap members_by_key(const event::Event& event, event::SlotIndex object) {
    MemberMap members;
    std::string scratch;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        if (!event[i].overridden) members.emplace(event.key(event[i], scratch), i);
    }
    return members;
}

}  // namespace hookspect::ops
