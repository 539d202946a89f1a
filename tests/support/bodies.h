#pragma once

#include "intake/framing/reader.h"
#include "support/captures.h"

#include <fmt/format.h>

#include <string>

namespace hookspect::test {

/// Everything that can be told of a body.
inline std::string described(const event::Body& body) {
    std::string text =
        fmt::format("{}@{}:{}+{} {} {} \"{}\"", body.number, body.start.line, body.start.column,
                    body.start.offset, body.encoding == event::Encoding::form ? "form" : "json",
                    body.shares_line ? "shares" : "alone", body.bytes);
    if (body.event != nullptr) text += fmt::format(" {} values", body.event->count);
    if (body.fault) {
        text += fmt::format(" {} at {}, {}: {}; {} ({})", schema::rule_info(body.fault->rule).name,
                            body.fault->offset, body.fault->pointer, body.fault->message,
                            body.fault->expected, body.fault->hint);
    }
    return text + "\n";
}

/// One way to read, of many.
inline intake::ReadOptions some_options(Captures& captures) {
    static const event::Selection nothing{};
    intake::ReadOptions options;
    options.framing = static_cast<intake::Framing>(captures.below(3) == 0 ? captures.below(4) : 0);
    if (captures.below(3) == 0) options.selection = &nothing;
    if (captures.below(4) == 0) options.limits.body = 1 + captures.below(100);
    if (captures.below(4) == 0) options.limits.fields = 1 + captures.below(20);
    if (captures.below(8) == 0) options.limits.depth = 1 + captures.below(8);
    if (captures.below(8) == 0) options.at = "";
    if (captures.below(2) == 0) options.held = 1 + captures.below(100);
    return options;
}

}  // namespace hookspect::test
