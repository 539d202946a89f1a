#include "report/finding/group.h"

#include "base/json_pointer.h"
#include "base/path_key.h"
#include "base/wording.h"
#include "event/brief.h"
#include "schema/fields.h"

#include <string_view>
#include <utility>

namespace hookspect {
namespace {

/// Rules whose faulty values repeat, so that counting them says something; those of other rules all differ.
constexpr bool groups_by_value(Rule rule) {
    return rule == Rule::enumeration || rule == Rule::language || rule == Rule::event_mismatch ||
           rule == Rule::action;
}

bool is_index(std::string_view token) {
    return !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The documented type of the object that a pointer has come to, as far as there is one.
class Location {
public:
    [[nodiscard]] bool is_object() const { return object_ != ObjectType::none; }

    void enter_element() { object_ = std::exchange(element_, ObjectType::none); }

    void enter_member(std::string_view key) {
        const FieldId id = find_field(std::exchange(object_, ObjectType::none), key);
        element_ = ObjectType::none;
        if (id == no_field) return;
        const Field& row = field(id);
        if (row.type == ValueType::object) object_ = row.object;
        if (row.type == ValueType::properties) element_ = row.object;
    }

private:
    ObjectType object_ = ObjectType::event;
    ObjectType element_ = ObjectType::none;  // of a list here
};

void append_path(std::string& out, std::string_view pointer) {
    if (pointer.empty()) out.append("body");
    Location location;
    while (!pointer.empty()) {
        const std::string_view token = take_pointer_token(pointer);
        if (is_index(token) && !location.is_object()) {
            location.enter_element();
            out.append("[*]");
            continue;
        }
        const std::string key = unescaped_token(token);
        location.enter_member(key);
        append_path_key(out, key);
    }
}

}  // namespace

void append_group_name(std::string& out, const Body& body, const Finding& finding) {
    append_path(out, finding.pointer);
    if (!groups_by_value(finding.rule) || finding.value == 0 || body.event == nullptr) return;
    const Event& event = *body.event;
    const Kind kind = event[finding.value].kind;
    if (kind == Kind::object || kind == Kind::array) return;
    out.append(" ").append(shown(event, finding.value));
}

}  // namespace hookspect
