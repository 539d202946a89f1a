#pragma once

#include <string_view>

namespace hookspect::schema {

/// The documented language that a key was most likely meant for: `en-US` and `EN` are `en`, `nb` is `no`,
/// `dut` is `nl`. Empty where none is likely.
[[nodiscard]] std::string_view language_meant_by(std::string_view key) noexcept;

}  // namespace hookspect::schema
