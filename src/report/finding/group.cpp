#include "report/finding/group.h"

#include "base/json_pointer.h"
#include "base/path_key.h"
#include "base/wording.h"
#include "event/brief.h"
#include "schema/fields.h"

#include <string_view>
#include <utility>

namespace hookspect::report {
namespace {

/// Rules whose faulty values repeat, so that counting them says something; those of other rules all differ.
constexpr bool groups_by_value(schema::Rule rule) {
    return rule == schema::Rule::enumeration || rule == schema::Rule::language ||
           rule == schema::Rule::event_mismatch || rule == schema::Rule::action;
}

bool is_index(std::string_view token) {
    return !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The documented type of the object that a pointer has come to, as far as there is one.
class Location {
public:
    [[nodiscard]] bool is_object() const { return object_ != schema::ObjectType::none; }

    void enter_element() { object_ = std::exchange(element_, schema::ObjectType::none); }

    void enter_member(std::string_view key) {
        const schema::FieldId id = schema::find_field(std::exchange(object_, schema::ObjectType::none), key);
        element_ = schema::ObjectType::none;
        if (id == schema::no_field) return;
        const schema::Field& row = schema::field(id);
        if (row.type == schema::ValueType::object) object_ = row.object;
        if (row.type == schema::ValueType::properties) element_ = row.object;
    }

private:
    schema::ObjectType object_ = schema::ObjectType::event;
    schema::ObjectType element_ = schema::ObjectType::none;  // of a list here
};

void append_path(std::string& out, std::string_view pointer) {
    if (pointer.empty()) out.append("body");
    Location location;
    while (!pointer.empty()) {
        const std::string_view token = base::take_pointer_token(pointer);
        if (is_index(token) && !location.is_object()) {
            location.enter_element();
            out.append("[*]");
            continue;
        }
        const std::string key = base::unescaped_token(token);
        location.enter_member(key);
        base::append_path_key(out, key);
    }
}

}  // namespace

void append_group_name(std::string& out, const event::Body& body, const finding::Finding& finding) {
    append_path(out, finding.pointer);
    if (!groups_by_value(finding.rule) || finding.value == 0 || body.event == nullptr) return;
    const event::Event& event = *body.event;
    const event::Kind kind = event[finding.value].kind;
    if (kind == event::Kind::object || kind == event::Kind::array) return;
    out.append(" ").append(event::shown(event, finding.value));
}

}  // namespace hookspect::report
