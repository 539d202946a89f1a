#include "event/title.h"

#include "event/json_value.h"
#include "schema/ids.h"

namespace hookspect::event {
namespace {

constexpr std::size_t most_json = 200;  // bytes; a name that is no string

std::string head_text(const Event& event, schema::FieldId field) {
    const SlotIndex index = event.at(field);
    if (!event.is_set(index)) return "?";
    std::string scratch;
    if (event[index].kind == Kind::string) return std::string(event.text(event[index], scratch));
    append_readable_json(scratch, event, index, most_json);
    return scratch;
}

}  // namespace

bool has_head(const Event& event) {
    const SlotIndex head = event.at(schema::ids::event);
    return event[0].kind == Kind::object && head != 0 && event[head].kind == Kind::object;
}

std::string title_of(const Event& event) {
    if (!has_head(event)) return "not an event";
    return head_text(event, schema::ids::event_resource) + "." + head_text(event, schema::ids::event_name);
}

}  // namespace hookspect::event
