#include "check/check.h"

#include "base/wording.h"
#include "check/context.h"
#include "check/cross.h"
#include "check/marks.h"
#include "check/naming.h"
#include "check/walk.h"
#include "event/brief.h"
#include "event/form_key.h"
#include "finding/policy.h"
#include "intake/envelope/hint.h"
#include "schema/ids.h"

namespace hookspect::check {
namespace {

/// Tells of a body that is no event; nothing else is told of it then.
bool is_event(Context& context) {
    const event::Event& event = context.event;
    Remark remark{.rule = schema::Rule::not_an_event,
                  .slot = 0,
                  .message = " is " + event::shown(event, 0),
                  .expected = "an object: the Event resource"};
    if (event[0].kind == event::Kind::object) {
        const event::SlotIndex head = event.at(schema::ids::event);
        if (head != 0 && event[head].kind == event::Kind::object) return true;
        remark.expected = "an object with name and resource";
        remark.slot = head;
        remark.message = head == 0 ? " is not set" : " is " + event::shown(event, head);
        remark.at = head == 0 ? Issue::At::open : Issue::At::value;
        remark.member = head == 0 ? "event" : "";
    }
    remark.hint = intake::envelope_hint(event);
    context.tell(std::move(remark));
    return false;
}

void tell_form_faults(Context& context) {
    const event::Event& event = context.event;
    for (const event::FormFault& fault : event.form_faults) {
        const std::string_view key = written_key(event.body, event[fault.slot].key_place);
        const bool bracket = fault.in_key && event::find_form_key_end(key).unclosed;
        context.tell({.rule = schema::Rule::form_syntax,
                      .slot = fault.slot,
                      .message = bracket        ? " has a [ in its key that does not close"
                                 : fault.in_key ? " has a % without two hex digits in its key"
                                                : " has a % without two hex digits",
                      .expected = bracket ? "a ] for each [" : "%25 for a percent sign",
                      .at = fault.in_key ? Issue::At::key : Issue::At::value});
    }
}

}  // namespace

bool Wording::includes(schema::Rule rule, schema::Severity severity) const {
    return least <= schema::Severity::note || policy->apply(rule, severity) >= least;
}

void check(const event::Event& event, std::vector<Issue>& issues, const Wording& wording) {
    const std::size_t told_before = issues.size();
    Context context(event, wording, issues);
    if (is_event(context)) {
        tell_form_faults(context);
        check_values(context);
        check_presence(context);
        check_ids(context);
        check_channels(context);
        check_translations(context);
        check_presets(context);
    }
    if (issues.size() > told_before) name_issues(event, std::span(issues).subspan(told_before));
}

}  // namespace hookspect::check
