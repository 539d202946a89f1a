#pragma once

#include "event/event.h"
#include "event/selection.h"
#include "event/structurals.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// Decodes JSON bodies into events. One for each thread: it recycles its memory and learns the order of the
/// fields.
class JsonDecoder {
public:
    explicit JsonDecoder(const Limits& limits);

    /// Fills `event` from one JSON text (RFC 8259), every byte of it checked, with blanks around it allowed.
    /// `padding` bytes behind `text` must be readable, and must not all be digits up to the end of that
    /// memory. False when it is not JSON or crosses a limit: the event is then unusable, and JsonScanner
    /// tells where the fault is. `root` is the type of the root object; ObjectType::none reads any JSON. With
    /// a `selection`, what is not wanted is left out of the event, and of it only the brackets and quotes are
    /// checked.
    [[nodiscard]] bool decode(std::string_view text, Event& event,
                              schema::ObjectType root = schema::ObjectType::event,
                              const Selection* selection = nullptr);

private:
    Limits limits_;
    Structurals structurals_;
    // The field that came after each field (or first in each type of object) last time: senders keep their
    // order.
    std::array<schema::FieldId, 512> predicted_{};
    std::vector<SlotIndex> suspects_;  // members whose keys may repeat, recycled
};

}  // namespace hookspect::event
