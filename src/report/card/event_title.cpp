#include "report/card/event_title.h"

#include "report/get/json_value.h"
#include "schema/ids.h"

namespace hookspect::report {
namespace {

constexpr std::size_t most_json = 200;  // bytes; a name that is no string

std::string head_text(const event::Event& event, schema::FieldId field) {
    const event::SlotIndex index = event.at(field);
    if (!event.is_set(index)) return "?";
    std::string scratch;
    if (event[index].kind == event::Kind::string) return std::string(event.text(event[index], scratch));
    append_json_value(scratch, event, index, most_json);
    return scratch;
}

}  // namespace

bool has_head(const event::Event& event) {
    const event::SlotIndex head = event.at(schema::ids::event);
    return event[0].kind == event::Kind::object && head != 0 && event[head].kind == event::Kind::object;
}

std::string event_title(const event::Event& event) {
    if (!has_head(event)) return "not an event";
    return head_text(event, schema::ids::event_resource) + "." + head_text(event, schema::ids::event_name);
}

}  // namespace hookspect::report
