#pragma once

#include <cstdint>
#include <string_view>

namespace hookspect::base {

/// A place in a source, after decompression.
struct Place {
    std::uint64_t offset = 0;  // bytes from 0
    std::uint64_t line = 1;    // from 1
    std::uint64_t column = 1;  // code points from 1; a byte that is not UTF-8 counts as one
};

/// The place behind `text` when `text` begins at `place`.
[[nodiscard]] Place advance(Place place, std::string_view text) noexcept;

}  // namespace hookspect::base
