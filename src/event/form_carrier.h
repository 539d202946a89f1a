#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hookspect::event {

/// The one field of a body that is JSON in a form field (`payload=%7B…`).
struct Carrier {
    std::string_view key;     // as written
    std::uint32_t begin = 0;  // of the value as written, bytes in the body
    std::uint32_t size = 0;
};

/// Tells whether the body is one field whose value begins, decoded and after blanks, with `{` or `[`.
[[nodiscard]] std::optional<Carrier> json_carrier(std::string_view body);

}  // namespace hookspect::event
