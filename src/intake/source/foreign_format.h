#pragma once

#include <string_view>

namespace hookspect::intake {

/// What to do about bytes that begin as compressed or as UTF-16 text; empty for all others.
[[nodiscard]] std::string_view foreign_format_hint(std::string_view bytes) noexcept;

}  // namespace hookspect::intake
