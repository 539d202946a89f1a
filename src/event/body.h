#pragma once

#include "event/event.h"
#include "finding/finding.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hookspect::event {

/// One body as it was read: either an event, or the fault that kept it from being one. Views are valid until
/// the next body is read.
struct Body {
    std::string_view source;   // the input's name; standard input is `-`
    std::uint64_t number = 0;  // of the body in its source, from 1
    base::Place start;         // of the first byte of `bytes`
    std::string_view bytes;    // as read
    Encoding encoding = Encoding::json;
    bool shares_line = false;      // more than one body starts on its line
    const Event* event = nullptr;  // null when there is a fault
    std::optional<Fault> fault;
};

}  // namespace hookspect::event
