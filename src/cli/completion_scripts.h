#pragma once

#include <array>
#include <string_view>

namespace hookspect::cli {

/// The shells that hookspect completes for.
inline constexpr std::array<std::string_view, 3> shells{"bash", "zsh", "fish"};

/// The script that makes a shell ask `hookspect completion` at each TAB, so that it never falls behind the
/// program; empty for other shells.
[[nodiscard]] std::string_view completion_script(std::string_view shell) noexcept;

}  // namespace hookspect::cli
