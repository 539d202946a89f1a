#include "report/finding/group.h"

#include "base/json_pointer.h"
#include "base/path_key.h"
#include "base/wording.h"
#include "event/brief.h"
#include "schema/path_spot.h"
#include "schema/path_text.h"

#include <string_view>

namespace hookspect::report {
namespace {

/// A path with one name for all elements of a list.
void append_path(std::string& out, std::string_view pointer) {
    if (pointer.empty()) out.append("body");
    schema::Spot spot = schema::root_spot();
    while (!pointer.empty()) {
        const std::string key = base::unescaped_token(base::take_pointer_token(pointer));
        if (schema::list_index(key) && spot.kind != schema::Spot::Kind::object) {
            spot = schema::element_of(spot);
            out.append("[*]");
        } else {
            spot = schema::member_of(spot, key).value_or(schema::Spot{});
            base::append_path_key(out, key);
        }
    }
}

}  // namespace

void append_group_name(std::string& out, const event::Body& body, const finding::Finding& finding) {
    append_path(out, finding.pointer);
    if (!schema::rule_info(finding.rule).values_repeat || finding.value == 0 || body.event == nullptr) return;
    const event::Event& event = *body.event;
    const event::Kind kind = event[finding.value].kind;
    if (kind == event::Kind::object || kind == event::Kind::array) return;
    out.append(" ").append(event::shown(event, finding.value));
}

}  // namespace hookspect::report
