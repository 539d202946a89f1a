#include "report/diff/json.h"

#include "base/json_text.h"
#include "event/json_writer.h"
#include "report/diff/change_counts.h"

namespace hookspect {
namespace {

void append_text(std::string& out, std::string_view name, std::string_view text) {
    out.append(",\"").append(name).append("\":");
    append_json_string(out, text);
}

void append_value(std::string& out, std::string_view name, const Event& event, SlotIndex slot) {
    if (slot == no_slot) return;
    out.append(",\"").append(name).append("\":");
    append_json(out, event, slot);
}

/// What the numbers of a documented time count.
std::string_view unit_name(const Difference& difference, const Change& change) {
    const Side side = change.slot.after != no_slot ? Side::after : Side::before;
    const Slot& slot = (*difference.event[side])[change.slot[side]];
    if (slot.field == no_field) return {};
    switch (field(slot.field).unit) {
        case Unit::seconds: return "seconds";
        case Unit::milliseconds: return "milliseconds";
        case Unit::plain:
        case Unit::identifier: break;
    }
    return {};
}

/// The pointer leads to the value of B, of what is removed to that of A; where A has it elsewhere, that is
/// told, too.
void append_pointers(std::string& out, const Difference& difference, const Change& change) {
    const bool removed = change.kind == ChangeKind::removed;
    const std::string pointer = pointer_of(difference, change, removed ? Side::before : Side::after);
    append_text(out, "pointer", pointer);
    if (change.kind != ChangeKind::changed) return;
    const std::string before = pointer_of(difference, change, Side::before);
    if (before != pointer) append_text(out, "pointer_before", before);
}

void append_uncarried(std::string& out, const Difference& difference, const Uncarried& value) {
    out.append("{\"path\":");
    append_json_string(out, path_of(difference, value));
    append_text(out, "pointer", pointer_of(difference, value));
    append_value(out, "value", *difference.event[difference.json_side], value.slot);
    out.append("}");
}

/// A list with an element on each line.
template <typename Elements, typename Append>
void append_lines(std::string& out, std::string_view name, const Elements& elements, Append append) {
    out.append(",\"").append(name).append("\":[");
    bool first = true;
    for (const auto& element : elements) {
        out.append(first ? "\n" : ",\n");
        first = false;
        append(element);
    }
    out.append(first ? "]" : "\n]");
}

}  // namespace

void append_event_source(std::string& out, const EventSource& source) {
    out.append("{\"source\":");
    append_json_string(out, source.name);
    out.append(",\"number\":").append(std::to_string(source.number)).append("}");
}

void append_change_json(std::string& out, const Difference& difference, const Change& change) {
    out.append("{\"kind\":\"").append(change_word(change.kind)).append("\"");
    append_text(out, "path", path_of(difference, change));
    append_pointers(out, difference, change);
    if (const auto unit = unit_name(difference, change); !unit.empty()) append_text(out, "unit", unit);
    append_value(out, "before", *difference.event.before, change.slot.before);
    append_value(out, "after", *difference.event.after, change.slot.after);
    out.append("}");
}

void append_diff_json(std::string& out, const Difference& difference, const Both<EventSource>& sources) {
    out.append("{\"version\":1");
    append_event_source(out.append(",\"before\":"), sources.before);
    append_event_source(out.append(",\"after\":"), sources.after);
    out.append(",\"same\":").append(difference.same() ? "true" : "false");
    append_lines(out, "changes", difference.changes,
                 [&](const Change& change) { append_change_json(out, difference, change); });
    append_lines(out, "uncarried", difference.uncarried,
                 [&](const Uncarried& value) { append_uncarried(out, difference, value); });
    append_change_counts_json(out.append(",\"summary\":{"), difference.counts());
    out.append("}}\n");
}

}  // namespace hookspect
