#include "run/census.h"

#include "event/structurals.h"
#include "intake/envelope/hint.h"
#include "intake/envelope/payload.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace hookspect::run {
namespace {

bool is_event(const event::Event& event) {
    const event::SlotIndex head = event.at(schema::ids::event);
    return event[0].kind == event::Kind::object && head != 0 && event[head].kind == event::Kind::object;
}

}  // namespace

void Census::add(const event::Body& body, const intake::ReadOptions& reading) {
    ++bodies_;
    if (body.event == nullptr) return;
    if (is_event(*body.event)) {
        ++events_;
    } else if (++others_ == 1) {
        note_first(body, reading);
    }
}

/// Only a part of the body may have been decoded: the hint looks at all of it.
void Census::note_first(const event::Body& body, const intake::ReadOptions& reading) {
    first_place_ = fmt::format("{}:{}", body.source, body.start.line);
    intake::BodyDecoder decoder(reading.limits, reading.at);
    std::string padded(body.bytes);
    padded.append(event::padding, '\0');
    const std::string_view bytes = std::string_view(padded).substr(0, body.bytes.size());
    if (decoder.decode_again(bytes, body.encoding)) hint_ = intake::envelope_hint(decoder.event());
}

void Census::join(const Census& later) {
    if (others_ == 0) {
        first_place_ = later.first_place_;
        hint_ = later.hint_;
    }
    bodies_ += later.bodies_;
    events_ += later.events_;
    others_ += later.others_;
}

void select_census(event::Selection& selection) {
    auto& head = selection.fields[schema::ids::event];
    head = std::max(head, event::Selection::Want::inside);
}

}  // namespace hookspect::run
