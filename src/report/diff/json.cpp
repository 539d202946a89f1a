#include "report/diff/json.h"

#include "base/json_text.h"
#include "event/json_writer.h"
#include "report/diff/change_counts.h"

namespace hookspect::report {
namespace {

void append_text(std::string& out, std::string_view name, std::string_view text) {
    out.append(",\"").append(name).append("\":");
    base::append_json_string(out, text);
}

void append_value(std::string& out, std::string_view name, const event::Event& event, event::SlotIndex slot) {
    if (slot == ops::no_slot) return;
    out.append(",\"").append(name).append("\":");
    event::append_json(out, event, slot);
}

/// What the numbers of a documented time count.
std::string_view unit_name(const ops::Difference& difference, const ops::Change& change) {
    const ops::Side side = change.slot.after != ops::no_slot ? ops::Side::after : ops::Side::before;
    const event::Slot& slot = (*difference.event[side])[change.slot[side]];
    if (slot.field == schema::no_field) return {};
    switch (schema::field(slot.field).unit) {
        case schema::Unit::seconds: return "seconds";
        case schema::Unit::milliseconds: return "milliseconds";
        case schema::Unit::plain:
        case schema::Unit::identifier: break;
    }
    return {};
}

/// The pointer leads to the value of B, of what is removed to that of A; where A has it elsewhere, that is
/// told, too.
void append_pointers(std::string& out, const ops::Difference& difference, const ops::Change& change) {
    const bool removed = change.kind == ops::ChangeKind::removed;
    const std::string pointer =
        ops::pointer_of(difference, change, removed ? ops::Side::before : ops::Side::after);
    append_text(out, "pointer", pointer);
    if (change.kind != ops::ChangeKind::changed) return;
    const std::string before = ops::pointer_of(difference, change, ops::Side::before);
    if (before != pointer) append_text(out, "pointer_before", before);
}

void append_uncarried(std::string& out, const ops::Difference& difference, const ops::Uncarried& value) {
    out.append("{\"path\":");
    base::append_json_string(out, ops::path_of(difference, value));
    append_text(out, "pointer", ops::pointer_of(difference, value));
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
    base::append_json_string(out, source.name);
    out.append(",\"number\":").append(std::to_string(source.number)).append("}");
}

void append_change_json(std::string& out, const ops::Difference& difference, const ops::Change& change) {
    out.append("{\"kind\":\"").append(change_word(change.kind)).append("\"");
    append_text(out, "path", ops::path_of(difference, change));
    append_pointers(out, difference, change);
    if (const auto unit = unit_name(difference, change); !unit.empty()) append_text(out, "unit", unit);
    append_value(out, "before", *difference.event.before, change.slot.before);
    append_value(out, "after", *difference.event.after, change.slot.after);
    out.append("}");
}

void append_diff_json(std::string& out, const ops::Difference& difference,
                      const ops::Both<EventSource>& sources) {
    out.append("{\"version\":1");
    append_event_source(out.append(",\"before\":"), sources.before);
    append_event_source(out.append(",\"after\":"), sources.after);
    out.append(",\"same\":").append(difference.same() ? "true" : "false");
    append_lines(out, "changes", difference.changes,
                 [&](const ops::Change& change) { append_change_json(out, difference, change); });
    append_lines(out, "uncarried", difference.uncarried,
                 [&](const ops::Uncarried& value) { append_uncarried(out, difference, value); });
    append_change_counts_json(out.append(",\"summary\":{"), difference.counts());
    out.append("}}\n");
}

}  // namespace hookspect::report
