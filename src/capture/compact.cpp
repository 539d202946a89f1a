#include "capture/compact.h"

#include "base/json_text.h"
#include "event/json_writer.h"

namespace hookspect {
namespace {

/// JSON without the blanks outside its strings.
void append_compact(std::string& out, std::string_view json) {
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"') {
            std::size_t end = at + 1;
            while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
            out.append(json.substr(at, end + 1 - at));
            at = end + 1;
        } else {
            if (!is_json_blank(json[at])) out.push_back(json[at]);
            ++at;
        }
    }
}

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
        append_compact(out, body.event->body);
    }
}

}  // namespace hookspect
