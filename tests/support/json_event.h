#pragma once

#include "event/json_decoder.h"
#include "event/structurals.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace hookspect::test {

/// An event made of JSON text, with all that it views.
struct JsonEvent {
    explicit JsonEvent(std::string_view text, const event::Selection* selection = nullptr)
        : bytes(text), decoder(event::Limits{}) {
        bytes.append(event::padding, ' ');
        const std::string_view body = std::string_view(bytes).substr(0, text.size());
        REQUIRE(decoder.decode(body, event, schema::ObjectType::event, selection));
    }
    JsonEvent(const JsonEvent&) = delete;

    std::string bytes;
    event::JsonDecoder decoder;
    event::Event event;
};

}  // namespace hookspect::test
