#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace hookspect::base {

// The pieces that all messages are made of, so that they read alike.

/// The front of `text` of at most `longest` characters. Only that much is looked at.
[[nodiscard]] std::string_view clipped(std::string_view text, std::size_t longest);

/// `"PENDNG"`: a JSON string of the text, clipped to `longest` characters.
[[nodiscard]] std::string quoted(std::string_view text, std::size_t longest = 40);

/// Where a text stands in a list, or how many there are. Most are told apart by their size and first byte.
[[nodiscard]] std::size_t find_text(std::span<const std::string_view> list, std::string_view text) noexcept;

/// `en, nl or fr`
[[nodiscard]] std::string either_of(std::span<const std::string_view> names);
/// `en, nl and fr`
[[nodiscard]] std::string all_of(std::span<const std::string_view> names);

/// `did you mean "PENDING"?`, from the value as it would be written.
[[nodiscard]] std::string did_you_mean(std::string_view value);
/// The same for text that is quoted here; an empty text gives no hint.
[[nodiscard]] std::string did_you_mean_text(std::string_view text);

}  // namespace hookspect::base
