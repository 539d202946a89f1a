#include "report/request/delivery.h"

namespace hookspect::report {

Delivery delivery_of(const event::Body& body) {
    const event::Event& event = *body.event;
    // With more layers than the form's own, an envelope came in the form: the form is not the delivery then.
    const bool form_around_json = !event.carrier.empty() && event.layers.size() == 1;
    if (form_around_json) return {body.bytes, event::Encoding::form};
    return {event.body, event.encoding};
}

std::string_view content_type(event::Encoding encoding) noexcept {
    return encoding == event::Encoding::form ? "application/x-www-form-urlencoded" : "application/json";
}

}  // namespace hookspect::report
