#pragma once

namespace hookspect::base {

/// Whether a character moves, hides or reorders what stands around it, or cannot be seen: control characters,
/// bidirectional and zero-width ones. Not the variation selectors, which belong to the character before them.
[[nodiscard]] bool is_hidden(char32_t point) noexcept;

}  // namespace hookspect::base
