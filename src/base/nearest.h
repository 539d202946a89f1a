#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace hookspect::base {

/// Longer words are near nothing, so that a key of megabytes costs no time. Bytes.
inline constexpr std::size_t nearest_longest_word = 64;

/// How far a word may be from what was meant: a third of its length in bytes, at least 1, at most 3.
[[nodiscard]] std::size_t nearest_limit(std::string_view word) noexcept;

/// Optimal string alignment distance: bytes inserted, removed, replaced, or swapped with their neighbour.
/// ASCII letters of either case are the same. `limit + 1` stands for anything over the limit, and for words
/// longer than `nearest_longest_word`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) noexcept;

/// The candidates that `word` may be a misspelling of, best first: by distance, then by letters of the other
/// case, then in the order given. An equal candidate is the nearest.
[[nodiscard]] std::vector<std::string_view> nearest(std::string_view word,
                                                    std::span<const std::string_view> candidates);

/// The first of these, or an empty text.
[[nodiscard]] std::string_view nearest_of(std::string_view word,
                                          std::span<const std::string_view> candidates) noexcept;

}  // namespace hookspect::base
