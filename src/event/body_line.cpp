#include "event/body_line.h"

#include "base/json_text.h"
#include "event/json_value.h"

namespace hookspect::event {
namespace {

bool is_line_of_json(const Body& body) {
    const Event& event = *body.event;
    const bool as_received = event.encoding == Encoding::json && event.layers.empty();
    return as_received && body.bytes.find('\n') == std::string_view::npos;
}

}  // namespace

void append_as_line(std::string& out, const Body& body) {
    if (body.event == nullptr || is_line_of_json(body)) {
        out.append(body.bytes);
    } else if (body.event->encoding == Encoding::form) {
        append_json(out, *body.event, 0);
    } else {
        base::append_json_compact(out, body.event->body);
    }
}

}  // namespace hookspect::event
