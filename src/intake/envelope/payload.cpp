#include "intake/envelope/payload.h"

#include "base/json_text.h"
#include "base/percent.h"
#include "event/form_carrier.h"
#include "event/json_scanner.h"
#include "event/pointer.h"

#include <stdexcept>
#include <utility>
#include <vector>

namespace hookspect::intake {
namespace {

bool looks_like_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

/// The decoders read a little behind the text.
std::string_view with_padding(std::string& text) {
    const std::size_t size = text.size();
    text.append(event::padding, '\0');
    text.resize(size);
    return text;
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
    if (!found) return nothing_there(*at_, "nothing stands at " + where);
    const event::Slot& slot = envelope_[*found];
    std::optional<event::Fault> fault;
    if (slot.kind == event::Kind::object) {
        if (!json_.decode(envelope_.raw(slot), event_, schema::ObjectType::event, selection_))
            throw std::logic_error("a part of a JSON text is not JSON");
        event_.layers.push_back({event::Layer::Kind::slice, slot.text, slot.size});
        return std::nullopt;
    }
    if (slot.kind != event::Kind::string) {
        fault = nothing_there(*at_, "what stands at " + where + " is neither an object nor a string");
        fault->offset = slot.place;
        return fault;
    }
    inner_.clear();
    base::append_unescaped(inner_, envelope_.raw(slot));
    const std::string_view inner = with_padding(inner_);
    fault = looks_like_json(inner) ? decode_inner_json(inner) : decode_form(inner);
    if (fault) {
        fault->offset = slot.text + base::escaped_offset(envelope_.raw(slot), fault->offset);
        return fault;
    }
    event_.layers.insert(event_.layers.begin(), {event::Layer::Kind::json_string, slot.text, slot.size});
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

std::optional<event::Fault> BodyDecoder::decode_form(std::string_view line) {
    const auto carrier = event::json_carrier(line);
    if (!carrier) return decode_fields(line);
    const std::string_view encoded = line.substr(carrier->begin, carrier->size);
    carried_.clear();
    base::append_percent_decoded(carried_, encoded);
    auto fault = decode_inner_json(with_padding(carried_));
    if (fault) {
        fault->offset = carrier->begin + base::percent_encoded_offset(encoded, fault->offset);
        return fault;
    }
    event_.carrier = carrier->key;
    event_.layers.push_back({event::Layer::Kind::percent, carrier->begin, carrier->size});
    return std::nullopt;
}

std::optional<event::Fault> BodyDecoder::decode_fields(std::string_view line) {
    if (!form_) form_.emplace(limits_);
    return form_->decode(line, event_);
}

bool BodyDecoder::decode_again(std::string_view bytes, event::Encoding encoding) {
    if (encoding == event::Encoding::form) return !decode_form(bytes);
    return decode_json(bytes) && !unwrap();
}

}  // namespace hookspect::intake
