#include "base/date_literal.h"
#include "base/number.h"
#include "base/wording.h"
#include "check/values.h"
#include "event/brief.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace hookspect::check {
namespace {

using std::string_view;

std::string_view expected_type(const schema::Field& row) {
    switch (row.type) {
        case schema::ValueType::string: return "a string";
        case schema::ValueType::number: return "a number";
        case schema::ValueType::boolean: return "true or false";
        case schema::ValueType::url: return "a URL";
        case schema::ValueType::person_id: return "a UUID or [anonymous]";
        case schema::ValueType::primary: return "true, false or a string";
        case schema::ValueType::strings: return "a list of strings";
        case schema::ValueType::properties: return "a list of PersonProperty objects";
        case schema::ValueType::any: return "any value";
        case schema::ValueType::object: break;
    }
    return schema::is_multilingual(row.object) ? "an object with languages as its keys" : "an object";
}

/// The boolean that was likely meant by a string or number.
string_view boolean_meant(string_view text) {
    for (const string_view word : {"true", "True", "TRUE", "1", "yes"}) {
        if (text == word) return "true";
    }
    for (const string_view word : {"false", "False", "FALSE", "0", "no"}) {
        if (text == word) return "false";
    }
    return {};
}

bool is_listed(string_view text, const schema::Field& row) {
    return row.values.empty() || base::find_text(row.values, text) != row.values.size();
}

/// The list that was likely meant by a text: of the members that it names with commas between, or where any
/// member may stand, of the text as it is.
std::string list_meant(string_view text, const schema::Field& row) {
    if (row.values.empty()) return text.empty() ? "" : fmt::format("[{}]", base::quoted(text));
    std::string list;
    for (std::size_t members = 0; members < row.values.size(); ++members) {
        const std::size_t comma = std::min(text.find(','), text.size());
        string_view member = text.substr(0, comma);
        while (member.starts_with(' ')) member.remove_prefix(1);
        while (member.ends_with(' ')) member.remove_suffix(1);
        if (!is_listed(member, row)) return {};
        list.append(members == 0 ? "[" : ",").append(base::quoted(member));
        if (comma == text.size()) return list + "]";
        text.remove_prefix(comma + 1);
    }
    return {};
}

/// The number that was meant by a time as RFC 3339 writes it, and what it counts.
std::string time_meant(string_view text, schema::Unit unit) {
    const bool seconds = unit == schema::Unit::seconds;
    if ((!seconds && unit != schema::Unit::milliseconds) || text.starts_with('-')) return {};
    const base::DateLiteral date = base::read_date(text, 0);
    if (date.status != base::DateLiteral::Status::date || date.day || date.begin < 0) return {};
    return fmt::format("{}, in {}", seconds ? date.begin / 1000 : date.begin,
                       seconds ? "seconds" : "milliseconds");
}

std::string number_meant(string_view text, const schema::Field& row) {
    return base::is_number(text) ? std::string(text.substr(0, 40)) : time_meant(text, row.unit);
}

std::string perhaps(string_view meant) {
    return meant.empty() ? std::string{} : base::did_you_mean(meant);
}

std::string string_hint(string_view text, const schema::Field& row) {
    const bool opens = text.starts_with('{') || text.starts_with('[');
    switch (row.type) {
        case schema::ValueType::number: return perhaps(number_meant(text, row));
        case schema::ValueType::boolean: return perhaps(boolean_meant(text));
        case schema::ValueType::strings:
            if (!opens) return perhaps(list_meant(text, row));
            break;
        case schema::ValueType::object:
        case schema::ValueType::properties: break;
        default: return {};
    }
    if (text.starts_with("[object ")) return "a JavaScript object was written as text: send it as JSON";
    return opens ? "does the string hold JSON? then it was encoded twice" : "";
}

std::string scalar_hint(string_view text, const schema::Field& row) {
    switch (row.type) {
        case schema::ValueType::string:
            return is_listed(text, row) ? base::did_you_mean(base::quoted(text)) : "";
        case schema::ValueType::strings: return perhaps(list_meant(text, row));
        case schema::ValueType::boolean: return perhaps(boolean_meant(text));
        default: return {};
    }
}

/// A list where a form body has one text: its key stands there again. Whatever swallowed the break between
/// two bodies, `event[resource]` or `event[name]` of both is left.
std::string list_hint(const Context& context, event::SlotIndex index) {
    const event::Event& event = context.event;
    const schema::FieldId id = event[index].field;
    const bool head = id == schema::ids::event_resource || id == schema::ids::event_name;
    if (!head || event.encoding != event::Encoding::form || event[index].next < index + 3) return {};
    const bool told = id == schema::ids::event_name &&
                      event[event.at(schema::ids::event_resource)].kind == event::Kind::array;
    return told ? "" : "two bodies on one line? each wants a line of its own";
}

std::string type_hint(Context& context, event::SlotIndex index, const schema::Field& row) {
    const event::Slot& slot = context.event[index];
    switch (slot.kind) {
        case event::Kind::string: return string_hint(context.text(slot), row);
        case event::Kind::number:
        case event::Kind::boolean: return scalar_hint(context.text(slot), row);
        case event::Kind::array: return list_hint(context, index);
        default: return {};
    }
}

void tell_mistyped(Context& context, event::SlotIndex slot, const schema::Field& row,
                   schema::Severity severity) {
    context.tell({.rule = schema::Rule::type,
                  .slot = slot,
                  .message = " is " + event::shown(context.event, slot),
                  .expected = std::string(expected_type(row)),
                  .hint = type_hint(context, slot, row)},
                 severity);
}

}  // namespace

void tell_type(Context& context, event::SlotIndex slot, const schema::Field& row, schema::Severity severity) {
    tell_mistyped(context, slot, row, severity);
}

void tell_type(Context& context, event::SlotIndex slot, const schema::Field& row) {
    tell_mistyped(context, slot, row, schema::Severity::error);
}

void tell_element_type(Context& context, event::SlotIndex slot, const schema::Field& row) {
    schema::Field element = row;
    element.type =
        row.type == schema::ValueType::strings ? schema::ValueType::string : schema::ValueType::object;
    tell_mistyped(context, slot, element, schema::Severity::error);
}

}  // namespace hookspect::check
