#include "report/card/event_title.h"

#include "report/get/json_value.h"
#include "schema/ids.h"

namespace hookspect {
namespace {

constexpr std::size_t most_json = 200;  // bytes; a name that is no string

std::string head_text(const Event& event, FieldId field) {
    const SlotIndex index = event.at(field);
    if (!event.is_set(index)) return "?";
    std::string scratch;
    if (event[index].kind == Kind::string) return std::string(event.text(event[index], scratch));
    append_json_value(scratch, event, index, most_json);
    return scratch;
}

}  // namespace

bool has_head(const Event& event) {
    const SlotIndex head = event.at(ids::event);
    return event[0].kind == Kind::object && head != 0 && event[head].kind == Kind::object;
}

std::string event_title(const Event& event) {
    if (!has_head(event)) return "not an event";
    return head_text(event, ids::event_resource) + "." + head_text(event, ids::event_name);
}

}  // namespace hookspect
