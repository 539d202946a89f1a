#include "intake/envelope/payload.h"

#include "event/form_carrier.h"
#include "event/json_scanner.h"
#include "event/pointer.h"

#include <stdexcept>
#include <utility>

namespace hookspect::intake {
namespace {

bool looks_like_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

event::Fault nothing_there(const std::string& pointer, std::string_view what) {
    return {.rule = schema::Rule::not_an_event,
            .pointer = pointer,
            .message = std::string(what),
            .expected = "an event there, as an object or as a string"};
}

}  // namespace

BodyDecoder::BodyDecoder(const event::Limits& limits, std::optional<std::string> at,
                         const event::Selection* selection)
    : limits_(limits), at_(std::move(at)), selection_(selection), json_(limits) {}

bool BodyDecoder::decode_json(std::string_view text) {
    return at_ ? json_.decode(text, envelope_, schema::ObjectType::none)
               : json_.decode(text, event_, schema::ObjectType::event, selection_);
}

std::optional<event::Fault> BodyDecoder::unwrap() {
    if (!at_) return std::nullopt;
    const auto found = event::find_pointer(envelope_, *at_);
    const std::string where = at_->empty() ? "the root" : *at_;
    if (!found) return nothing_there(*at_, "there is nothing at " + where);
    const event::Slot& slot = envelope_[*found];
    const bool object = slot.kind == event::Kind::object;
    if (!object && slot.kind != event::Kind::string) {
        auto fault = nothing_there(*at_, "the value at " + where + " is neither an object nor a string");
        fault.offset = slot.place;
        return fault;
    }
    event::Layers layers;
    const auto kind = object ? event::Layer::Kind::slice : event::Layer::Kind::json_string;
    if (!layers.add(kind, envelope_.body, slot.text, slot.size))
        throw std::logic_error("a part of a JSON text is not JSON");
    return decode_payload(envelope_.body, std::move(layers));
}

std::optional<event::Fault> BodyDecoder::decode_form(std::string_view line) {
    return decode_payload(line, {});
}

std::optional<event::Fault> BodyDecoder::decode_payload(std::string_view message, event::Layers layers) {
    std::string_view text = layers.text(message);
    std::string carrier_key;
    std::optional<event::Fault> fault;
    const auto carrier = looks_like_json(text) ? std::nullopt : event::json_carrier(text);
    if (carrier) {
        carrier_key = carrier->key;
        if (!layers.add(event::Layer::Kind::percent, message, carrier->begin, carrier->size))
            throw std::logic_error("percent-encoded text cannot be decoded");
        text = layers.text(message);
    }
    if (carrier || looks_like_json(text)) {
        fault = decode_inner_json(text);
    } else {
        if (!form_) form_.emplace(limits_);
        fault = form_->decode(text, event_);
    }
    if (fault) {
        fault->offset = layers.outer_offset(message, fault->offset);
        return fault;
    }
    event_.carrier = std::move(carrier_key);
    event_.layers = std::move(layers);  // its texts live as long as the event
    return std::nullopt;
}

std::optional<event::Fault> BodyDecoder::decode_inner_json(std::string_view text) {
    if (json_.decode(text, event_, schema::ObjectType::event, selection_)) return std::nullopt;
    event::JsonScanner scanner(limits_);
    auto status = scanner.feed(text);
    if (status == event::JsonScanner::Status::more) status = scanner.finish();
    if (status == event::JsonScanner::Status::complete && !scanner.limit_offset()) {
        const std::size_t behind = text.find_first_not_of(" \t\r\n", scanner.offset());
        return event::text_behind(text, behind);
    }
    return scanner.describe(text);
}

bool BodyDecoder::decode_again(std::string_view bytes, event::Encoding encoding) {
    if (encoding == event::Encoding::form) return !decode_form(bytes);
    return decode_json(bytes) && !unwrap();
}

}  // namespace hookspect::intake
