#include "report/diff/json.h"

#include "base/json_writer.h"
#include "event/json_value.h"
#include "ops/diff_names.h"
#include "report/diff/change_counts.h"

namespace hookspect::report {
namespace {

void add_value(base::JsonWriter& json, std::string_view name, const event::Event& event,
               event::SlotIndex slot) {
    if (slot != ops::no_slot) event::append_json(json.key(name).raw(), event, slot);
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
void add_pointers(base::JsonWriter& json, const ops::Difference& difference, const ops::Change& change) {
    const bool removed = change.kind == ops::ChangeKind::removed;
    const std::string pointer =
        ops::pointer_of(difference, change, removed ? ops::Side::before : ops::Side::after);
    json.member("pointer", pointer);
    if (change.kind != ops::ChangeKind::changed) return;
    const std::string before = ops::pointer_of(difference, change, ops::Side::before);
    if (before != pointer) json.member("pointer_before", before);
}

void append_uncarried(std::string& out, const ops::Difference& difference, const ops::Uncarried& value) {
    base::JsonWriter json(out);
    json.begin_object()
        .member("path", ops::path_of(difference, value))
        .member("pointer", ops::pointer_of(difference, value));
    add_value(json, "value", *difference.event[difference.json_side], value.slot);
    json.end_object();
}

/// A list with an element on each line.
template <typename Elements, typename Append>
void add_lines(base::JsonWriter& json, std::string_view name, const Elements& elements, Append append) {
    json.key(name).begin_array();
    for (const auto& element : elements) append(json.line().raw(), element);
    json.end_lines(!elements.empty());
}

}  // namespace

void append_event_source(std::string& out, const EventSource& source) {
    base::JsonWriter(out)
        .begin_object()
        .member("source", source.name)
        .member("number", source.number)
        .end_object();
}

void append_change_json(std::string& out, const ops::Difference& difference, const ops::Change& change) {
    base::JsonWriter json(out);
    json.begin_object()
        .member("kind", change_word(change.kind))
        .member("path", ops::path_of(difference, change));
    add_pointers(json, difference, change);
    if (const auto unit = unit_name(difference, change); !unit.empty()) json.member("unit", unit);
    add_value(json, "before", *difference.event.before, change.slot.before);
    add_value(json, "after", *difference.event.after, change.slot.after);
    json.end_object();
}

void append_diff_json(std::string& out, const ops::Difference& difference,
                      const ops::Both<EventSource>& sources, bool /*in_part*/,
                      const Presentation& /*presentation*/) {
    base::JsonWriter json(out);
    json.begin_object().member("version", 1U);
    append_event_source(json.key("before").raw(), sources.before);
    append_event_source(json.key("after").raw(), sources.after);
    json.member("same", difference.same());
    add_lines(json, "changes", difference.changes, [&](std::string& line, const ops::Change& change) {
        append_change_json(line, difference, change);
    });
    add_lines(json, "uncarried", difference.uncarried, [&](std::string& line, const ops::Uncarried& value) {
        append_uncarried(line, difference, value);
    });
    add_change_counts(json.key("summary").begin_object(), difference.counts());
    json.end_object().end_object();
    out.push_back('\n');
}

}  // namespace hookspect::report
