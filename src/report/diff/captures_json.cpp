#include "report/diff/captures_json.h"

#include "event/identity.h"
#include "event/json_value.h"
#include "report/diff/change_counts.h"
#include "schema/ids.h"

namespace hookspect::report {
namespace {

void add_value(base::JsonWriter& json, std::string_view name, const event::Event& event,
               event::SlotIndex slot) {
    json.key(name);
    slot == 0 ? void(json.null()) : event::append_effective_json(json.raw(), event, slot);
}

/// The object of a difference, up to its sources.
base::JsonWriter begin_event(std::string& out, const CapturesPage& page, ops::ChangeKind kind,
                             const event::Event& event) {
    out.append(page.is_first() ? "\n" : ",\n");
    base::JsonWriter json(out);
    json.begin_object().member("kind", change_word(kind));
    add_value(json, "resource", event, event.at(schema::ids::event_resource));
    add_value(json, "id", event, event::id_of(event));
    add_value(json, "name", event, event.at(schema::ids::event_name));
    return json;
}

}  // namespace

void begin_captures_json(std::string& out, const CapturesPage& page) {
    const CaptureTotals& totals = page.totals;
    base::JsonWriter(out)
        .begin_object()
        .member("version", 1U)
        .key("events")
        .begin_object()
        .member("before", totals.events.before)
        .member("after", totals.events.after)
        .end_object()
        .key("differences")
        .begin_array();
}

void append_lone_event_json(std::string& out, const CapturesPage& page, ops::ChangeKind kind,
                            const event::Event& event, const EventSource& source) {
    base::JsonWriter json = begin_event(out, page, kind, event);
    append_event_source(json.key(kind == ops::ChangeKind::removed ? "before" : "after").raw(), source);
    json.end_object();
}

void append_changed_event_json(std::string& out, const CapturesPage& page, const ops::Difference& difference,
                               const ops::Both<EventSource>& sources) {
    base::JsonWriter json = begin_event(out, page, ops::ChangeKind::changed, *difference.event.after);
    append_event_source(json.key("before").raw(), sources.before);
    append_event_source(json.key("after").raw(), sources.after);
    json.key("changes").begin_array();
    for (const ops::Change& change : difference.changes) append_change_json(json.raw(), difference, change);
    json.end_array().end_object();
}

void end_captures_json(std::string& out, const CapturesPage& page) {
    const CaptureTotals& totals = page.totals;
    base::JsonWriter json(out);
    totals.uncarried.append_json_to(json.end_lines(totals.different() > 0).key("uncarried").raw());
    add_change_counts(json.key("summary").begin_object(), totals.changes);
    json.member("same", totals.same);
    if (!totals.by.empty())
        json.member("without_key", totals.without_key).member("repeated_key", totals.repeated);
    json.end_object().end_object();
    out.push_back('\n');
}

}  // namespace hookspect::report
