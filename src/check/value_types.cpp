#include "base/date_literal.h"
#include "base/number.h"
#include "base/wording.h"
#include "check/values.h"
#include "event/brief.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace hookspect {
namespace {

using std::string_view;

std::string_view expected_type(const Field& row) {
    switch (row.type) {
        case ValueType::string: return "a string";
        case ValueType::number: return "a number";
        case ValueType::boolean: return "true or false";
        case ValueType::url: return "a URL";
        case ValueType::person_id: return "a UUID or [anonymous]";
        case ValueType::primary: return "true, false or a string";
        case ValueType::strings: return "a list of strings";
        case ValueType::properties: return "a list of PersonProperty objects";
        case ValueType::any: return "any value";
        case ValueType::object: break;
    }
    return is_multilingual(row.object) ? "an object with languages as its keys" : "an object";
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

bool is_listed(string_view text, const Field& row) {
    return row.values.empty() || find_text(row.values, text) != row.values.size();
}

/// The list that was likely meant by a text: of the members that it names with commas between, or where any
/// member may stand, of the text as it is.
std::string list_meant(string_view text, const Field& row) {
    if (row.values.empty()) return text.empty() ? "" : fmt::format("[{}]", quoted(text));
    std::string list;
    for (std::size_t members = 0; members < row.values.size(); ++members) {
        const std::size_t comma = std::min(text.find(','), text.size());
        string_view member = text.substr(0, comma);
        while (member.starts_with(' ')) member.remove_prefix(1);
        while (member.ends_with(' ')) member.remove_suffix(1);
        if (!is_listed(member, row)) return {};
        list.append(members == 0 ? "[" : ",").append(quoted(member));
        if (comma == text.size()) return list + "]";
        text.remove_prefix(comma + 1);
    }
    return {};
}

/// The number that was meant by a time as RFC 3339 writes it, and what it counts.
std::string time_meant(string_view text, Unit unit) {
    const bool seconds = unit == Unit::seconds;
    if ((!seconds && unit != Unit::milliseconds) || text.starts_with('-')) return {};
    const DateLiteral date = read_date(text, 0);
    if (date.status != DateLiteral::Status::date || date.day || date.begin < 0) return {};
    return fmt::format("{}, in {}", seconds ? date.begin / 1000 : date.begin,
                       seconds ? "seconds" : "milliseconds");
}

std::string number_meant(string_view text, const Field& row) {
    return is_number(text) ? std::string(text.substr(0, 40)) : time_meant(text, row.unit);
}

std::string perhaps(string_view meant) {
    return meant.empty() ? std::string{} : did_you_mean(meant);
}

std::string string_hint(string_view text, const Field& row) {
    const bool opens = text.starts_with('{') || text.starts_with('[');
    switch (row.type) {
        case ValueType::number: return perhaps(number_meant(text, row));
        case ValueType::boolean: return perhaps(boolean_meant(text));
        case ValueType::strings:
            if (!opens) return perhaps(list_meant(text, row));
            break;
        case ValueType::object:
        case ValueType::properties: break;
        default: return {};
    }
    if (text.starts_with("[object ")) return "a JavaScript object was written as text: send it as JSON";
    return opens ? "does the string hold JSON? then it was encoded twice" : "";
}

std::string scalar_hint(string_view text, const Field& row) {
    switch (row.type) {
        case ValueType::string: return is_listed(text, row) ? did_you_mean(quoted(text)) : "";
        case ValueType::strings: return perhaps(list_meant(text, row));
        case ValueType::boolean: return perhaps(boolean_meant(text));
        default: return {};
    }
}

/// A list where a form body has one text: its key stands there again. Whatever swallowed the break between
/// two bodies, `event[resource]` or `event[name]` of both is left.
std::string list_hint(const Context& context, SlotIndex index) {
    const Event& event = context.event;
    const FieldId id = event[index].field;
    const bool head = id == ids::event_resource || id == ids::event_name;
    if (!head || event.encoding != Encoding::form || event[index].next < index + 3) return {};
    const bool told = id == ids::event_name && event[event.at(ids::event_resource)].kind == Kind::array;
    return told ? "" : "two bodies on one line? each wants a line of its own";
}

std::string type_hint(Context& context, SlotIndex index, const Field& row) {
    const Slot& slot = context.event[index];
    switch (slot.kind) {
        case Kind::string: return string_hint(context.text(slot), row);
        case Kind::number:
        case Kind::boolean: return scalar_hint(context.text(slot), row);
        case Kind::array: return list_hint(context, index);
        default: return {};
    }
}

void tell_mistyped(Context& context, SlotIndex slot, const Field& row, Severity severity) {
    context.tell({.rule = Rule::type,
                  .slot = slot,
                  .message = " is " + shown(context.event, slot),
                  .expected = std::string(expected_type(row)),
                  .hint = type_hint(context, slot, row)},
                 severity);
}

}  // namespace

void tell_type(Context& context, SlotIndex slot, const Field& row, Severity severity) {
    tell_mistyped(context, slot, row, severity);
}

void tell_type(Context& context, SlotIndex slot, const Field& row) {
    tell_mistyped(context, slot, row, Severity::error);
}

void tell_element_type(Context& context, SlotIndex slot, const Field& row) {
    Field element = row;
    element.type = row.type == ValueType::strings ? ValueType::string : ValueType::object;
    tell_mistyped(context, slot, element, Severity::error);
}

}  // namespace hookspect
