#pragma once

#include <cstddef>
#include <string_view>

namespace hookspect::check {

/// Bytes of the character at `at` and those behind it if they show UTF-8 that was read as Windows-1252 or
/// Latin-1
/// (`Ã©`, `â€™`, `Å‚`), else 0. `at` is the start of a character.
[[nodiscard]] std::size_t misread_size(std::string_view text, std::size_t at) noexcept;

}  // namespace hookspect::check
