#pragma once

#include "event/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace hookspect {

/// Appends `/token` to a JSON Pointer, with `~` and `/` escaped (RFC 6901, section 3).
void append_pointer_token(std::string& pointer, std::string_view token);

/// A JSON Pointer is empty or begins with a slash, and `~` stands before 0 or 1 only.
[[nodiscard]] bool is_json_pointer(std::string_view pointer) noexcept;

/// The value at a well-formed pointer (the last one of repeated keys), or nothing.
[[nodiscard]] std::optional<SlotIndex> find_pointer(const Event& event, std::string_view pointer);

}  // namespace hookspect
