#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hookspect::base {

// JSON Pointers (RFC 6901).

/// Empty, or begins with a slash, and `~` stands before 0 or 1 only.
[[nodiscard]] bool is_json_pointer(std::string_view text) noexcept;

/// Where a `~` stands before anything but 0 or 1; npos where none does.
[[nodiscard]] std::size_t find_bad_escape(std::string_view text) noexcept;

/// Appends `/token`, with `~` and `/` escaped (section 3).
void append_pointer_token(std::string& pointer, std::string_view token);

/// Takes the first token off a pointer that is not empty, as it is written.
[[nodiscard]] std::string_view take_pointer_token(std::string_view& pointer) noexcept;

/// What a token as it is written stands for (section 4): `~1` is `/`, `~0` is `~`. Any other `~` stays.
[[nodiscard]] std::string unescaped_token(std::string_view token);

}  // namespace hookspect::base
