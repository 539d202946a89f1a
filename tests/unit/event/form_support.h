#pragma once

#include "event/event.h"
#include "event/form_decoder.h"
#include "event/json_value.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace hookspect::test {

/// A decoded body, with all that its event views.
struct Form {
    explicit Form(std::string_view text, const event::Limits& limits = {}) : body(text), decoder(limits) {
        fault = decoder.decode(body, event);
    }

    [[nodiscard]] std::string json() const {
        if (fault) return "fault: " + fault->message;
        std::string out;
        event::append_json(out, event, 0);
        return out;
    }

    /// The slot at `path`, names separated by dots.
    [[nodiscard]] event::SlotIndex at(std::string_view path) const {
        event::SlotIndex slot = 0;
        while (!path.empty()) {
            const std::string_view name = path.substr(0, path.find('.'));
            path.remove_prefix(std::min(name.size() + 1, path.size()));
            slot = event.find(slot, name);
        }
        return slot;
    }

    std::string body;
    event::FormDecoder decoder;
    event::Event event;
    std::optional<event::Fault> fault;
};

struct Example {
    std::string_view body;
    std::string_view json;
};

/// Checks that each body is decoded to its JSON.
template <std::size_t size>
void check_all(const Example (&examples)[size]) {
    for (const Example& example : examples) {
        CAPTURE(example.body);
        CHECK(Form(example.body).json() == example.json);
    }
}

}  // namespace hookspect::test
