#include "report/diff/captures_json.h"

#include "base/json_text.h"
#include "event/json_writer.h"
#include "ops/latest.h"
#include "report/diff/change_counts.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <utility>

namespace hookspect::report {
namespace {

void append_value(std::string& out, const event::Event& event, event::SlotIndex slot) {
    slot == 0 ? void(out.append("null")) : event::append_effective_json(out, event, slot);
}

}  // namespace

void CapturesJson::begin(std::string& out, const CaptureTotals& totals) {
    out.append(fmt::format(R"({{"version":1,"events":{{"before":{},"after":{}}},"differences":[)",
                           totals.events.before, totals.events.after));
}

void CapturesJson::begin_event(std::string& out, ops::ChangeKind kind, const event::Event& event) {
    out.append(std::exchange(first_, false) ? "\n" : ",\n");
    out.append(R"({"kind":")").append(change_word(kind)).append(R"(","resource":)");
    append_value(out, event, event.at(schema::ids::event_resource));
    out.append(R"(,"id":)");
    append_value(out, event, ops::id_of(event));
    out.append(R"(,"name":)");
    append_value(out, event, event.at(schema::ids::event_name));
}

void CapturesJson::add_lone(std::string& out, ops::ChangeKind kind, const event::Event& event,
                            const EventSource& source) {
    begin_event(out, kind, event);
    append_event_source(out.append(kind == ops::ChangeKind::removed ? R"(,"before":)" : R"(,"after":)"),
                        source);
    out.push_back('}');
}

void CapturesJson::add_changed(std::string& out, const ops::Difference& difference,
                               const ops::Both<EventSource>& sources) {
    begin_event(out, ops::ChangeKind::changed, *difference.event.after);
    append_event_source(out.append(R"(,"before":)"), sources.before);
    append_event_source(out.append(R"(,"after":)"), sources.after);
    out.append(R"(,"changes":[)");
    for (const ops::Change& change : difference.changes) {
        if (&change != &difference.changes.front()) out.push_back(',');
        append_change_json(out, difference, change);
    }
    out.append("]}");
}

void CapturesJson::end(std::string& out, const CaptureTotals& totals) const {
    out.append(first_ ? "]" : "\n]");
    totals.uncarried.append_json_to(out.append(R"(,"uncarried":{)"));
    append_change_counts_json(out.append(R"(},"summary":{)"), totals.changes);
    out.append(fmt::format(R"(,"same":{}}}}})", totals.same)).push_back('\n');
}

}  // namespace hookspect::report
