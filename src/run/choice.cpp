#include "run/choice.h"

#include "event/identity.h"
#include "schema/ids.h"

#include <algorithm>

namespace hookspect::run {

bool asks_validator(const Choice& choice) {
    return std::any_of(choice.where.begin(), choice.where.end(),
                       [](const query::Expression& where) { return where.needs_findings(); });
}

void select(const Choice& choice, event::Selection& selection) {
    for (const query::Expression& where : choice.where) where.select(selection);
    if (!choice.events.empty()) {
        selection.want(schema::ids::event_resource);
        selection.want(schema::ids::event_name);
    }
    if (choice.latest) event::select_identity(selection);
}

bool Chooser::is_asked_for(const event::Body& body) {
    if (choice_->events.empty() || body.event == nullptr) return true;
    return std::any_of(choice_->events.begin(), choice_->events.end(), [&](const EventKind& kind) {
        return holds(*body.event, schema::ids::event_resource, kind.resource) &&
               (kind.name.empty() || holds(*body.event, schema::ids::event_name, kind.name));
    });
}

bool Chooser::holds(const event::Event& event, schema::FieldId field, std::string_view value) {
    const event::SlotIndex slot = event.at(field);
    return slot != 0 && event[slot].kind == event::Kind::string && event.text(event[slot], scratch_) == value;
}

bool Chooser::matches(const event::Body& body) {
    if (choice_->where.empty()) return true;
    findings_.clear();
    if (needs_findings_) checker_.check(body, findings_);
    const query::Subject subject{body.event, findings_};
    return std::all_of(choice_->where.begin(), choice_->where.end(),
                       [&](const query::Expression& where) { return where.matches(subject); });
}

}  // namespace hookspect::run
