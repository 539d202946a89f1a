#pragma once

#include "event/event.h"
#include "event/form_decoder.h"
#include "event/json_decoder.h"

#include <optional>
#include <string>
#include <string_view>

namespace hookspect::intake {

/// Decodes the bytes of one body, also where an event sits inside another text: at a pointer in an envelope,
/// or as JSON in the one field of a form body.
class BodyDecoder {
public:
    /// `at`: the event sits there in each JSON text (RFC 6901), as an object or as a string.
    /// `selection`: what is wanted of events in JSON; null is all.
    BodyDecoder(const event::Limits& limits, std::optional<std::string> at,
                const event::Selection* selection = nullptr);

    /// False when `text` is not JSON within the limits. With `at`, unwrap() must follow.
    [[nodiscard]] bool decode_json(std::string_view text);

    /// Finds the event at `at` in the JSON text decoded last. Without `at`, nothing is to be done.
    [[nodiscard]] std::optional<event::Fault> unwrap();

    /// Offsets of a fault count in `line`.
    [[nodiscard]] std::optional<event::Fault> decode_form(std::string_view line);

    /// Decodes the bytes of a body that was an event when it was read. False if it is none.
    [[nodiscard]] bool decode_again(std::string_view bytes, event::Encoding encoding);

    [[nodiscard]] const event::Event& event() const { return event_; }

private:
    event::Limits limits_;
    std::optional<std::string> at_;
    const event::Selection* selection_;
    event::JsonDecoder json_;
    std::optional<event::FormDecoder> form_;  // made for the first form: its tables are not small
    event::Event event_;
    event::Event envelope_;

    [[nodiscard]] std::optional<event::Fault> decode_payload(std::string_view message, event::Layers layers);
    [[nodiscard]] std::optional<event::Fault> decode_inner_json(std::string_view text);
};

}  // namespace hookspect::intake
