#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace hookspect::base {

/// A hash of texts whose seed each run draws anew (SipHash-1-3), so that no payload can be written whose keys
/// collide. Of tables that hold text of a payload this is the hash.
struct SeededHash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view text) const noexcept;
};

template <typename Value, typename Key = std::string>
using SeededMap = std::unordered_map<Key, Value, SeededHash, std::equal_to<>>;

template <typename Key = std::string>
using SeededSet = std::unordered_set<Key, SeededHash, std::equal_to<>>;

/// The hash itself (Aumasson and Bernstein, "SipHash: a fast short-input PRF", with one round for each block
/// and three at the end).
[[nodiscard]] std::uint64_t siphash(std::uint64_t key0, std::uint64_t key1, std::string_view text) noexcept;

}  // namespace hookspect::base
