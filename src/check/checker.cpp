#include "check/checker.h"

#include "check/action.h"
#include "check/context.h"
#include "check/cross_field.h"
#include "check/locate.h"
#include "check/values.h"
#include "event/brief.h"
#include "event/form_key.h"
#include "intake/envelope/hint.h"
#include "schema/ids.h"

#include <string>

namespace hookspect::check {
namespace {

/// Rule `not-an-event`; nothing else is reported on such a body.
bool is_event(Context& context) {
    const event::Event& event = context.event;
    Issue issue{.rule = schema::Rule::not_an_event,
                .message = "is " + event::shown(event, 0),
                .expected = "an object: the Event resource"};
    if (event[0].kind == event::Kind::object) {
        const event::SlotIndex head = event.at(schema::ids::event);
        if (head != 0 && event[head].kind == event::Kind::object) return true;
        issue.expected = "an object with name and resource";
        issue.slot = head;
        issue.message = head == 0 ? "is not set" : "is " + event::shown(event, head);
        issue.at = head == 0 ? Issue::At::open : Issue::At::value;
        issue.member = head == 0 ? "event" : "";
    }
    issue.hint = intake::envelope_hint(event);
    context.tell(std::move(issue));
    return false;
}

/// Rule `form-syntax`.
void check_form(Context& context) {
    const event::Event& event = context.event;
    for (const event::FormFault& fault : event.form_faults) {
        const std::string_view key = written_key(event.body, event[fault.slot].key_place);
        const bool bracket = fault.in_key && event::find_form_key_end(key).unclosed;
        context.tell({.rule = schema::Rule::form_syntax,
                      .slot = fault.slot,
                      .message = bracket        ? "has a [ in its key that does not close"
                                 : fault.in_key ? "has a % without two hex digits in its key"
                                                : "has a % without two hex digits",
                      .expected = bracket ? "a ] for each [" : "%25 for a percent sign",
                      .at = fault.in_key ? Issue::At::key : Issue::At::value});
    }
}

}  // namespace

void Checker::check(const event::Body& body, std::vector<finding::Finding>& findings) const {
    if (body.fault) {
        findings.push_back(located(*body.fault, body));
        return;
    }
    Issues issues;
    Context context(*body.event, options_, issues);
    if (is_event(context)) {
        check_form(context);
        check_values(context);
        check_presence(context);
        check_ids(context);
        check_channels(context);
        check_translations(context);
        check_presets(context);
    }
    locate(std::move(issues), body, options_.least_in_words, findings);
}

}  // namespace hookspect::check
