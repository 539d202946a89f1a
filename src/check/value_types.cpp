#include "check/number.h"
#include "check/values.h"
#include "check/words.h"

#include <fmt/format.h>

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

std::string string_hint(string_view text, const Field& row) {
    const bool opens = text.starts_with('{') || text.starts_with('[');
    switch (row.type) {
        case ValueType::number: return is_number(text) ? did_you_mean(text.substr(0, 40)) : "";
        case ValueType::boolean: {
            const string_view meant = boolean_meant(text);
            return meant.empty() ? "" : did_you_mean(meant);
        }
        case ValueType::strings:
            if (!opens) return text.empty() ? "" : did_you_mean(fmt::format("[{}]", quoted(text)));
            break;
        case ValueType::object:
        case ValueType::properties: break;
        default: return {};
    }
    if (text.starts_with("[object ")) return "a JavaScript object was written as text: send it as JSON";
    return opens ? "does the string hold JSON? then it was encoded twice" : "";
}

std::string type_hint(Context& context, SlotIndex index, const Field& row) {
    const Slot& slot = context.event[index];
    const string_view text = context.text(slot);
    if (slot.kind == Kind::string) return string_hint(text, row);
    const bool scalar = slot.kind == Kind::number || slot.kind == Kind::boolean;
    if (!scalar) return {};
    if (row.type == ValueType::string || row.type == ValueType::strings) {
        const std::string value = quoted(text);
        return did_you_mean(row.type == ValueType::string ? value : fmt::format("[{}]", value));
    }
    const string_view meant = row.type == ValueType::boolean ? boolean_meant(text) : string_view{};
    return meant.empty() ? "" : did_you_mean(meant);
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
