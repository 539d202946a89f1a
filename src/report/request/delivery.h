#pragma once

#include "event/body.h"

#include <string_view>

namespace hookspect::report {

/// What a webhook receiver was sent: the bytes of a request's body, and their encoding.
struct Delivery {
    std::string_view body;
    event::Encoding encoding;
};

/// The delivery that `body`, which holds an event, was captured from: without an envelope around it, and with
/// the form around JSON that came as the value of a form field. Views live as long as the body.
[[nodiscard]] Delivery delivery_of(const event::Body& body);

/// `application/json`, or that of forms: the value of the header Content-Type.
[[nodiscard]] std::string_view content_type(event::Encoding encoding) noexcept;

}  // namespace hookspect::report
