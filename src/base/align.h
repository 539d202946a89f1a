#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hookspect::base {

/// An element of one sequence and the equal one of the other, by index.
struct Aligned {
    std::size_t before;
    std::size_t after;

    [[nodiscard]] bool operator==(const Aligned&) const = default;
};

/// Which elements of two sequences belong together: a common subsequence, ascending. The longest one where
/// the sequences differ in few places; where they differ in very many, one that keeps the elements which both
/// have once. Time and memory stay linear in the lengths, times a constant.
[[nodiscard]] std::vector<Aligned> align(std::span<const std::uint32_t> before,
                                         std::span<const std::uint32_t> after);

}  // namespace hookspect::base
