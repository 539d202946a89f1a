#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace hookspect {

/// 16 bytes that are compared at once. GCC and clang make of it what the processor has; `==` and `<` give a
/// block of all ones or zeros for each byte.
using ByteBlock = std::uint8_t __attribute__((vector_size(16)));
using BlockMask = std::int8_t __attribute__((vector_size(16)));

inline constexpr std::size_t block_size = sizeof(ByteBlock);

[[nodiscard]] inline ByteBlock load_block(const char* at) noexcept {
    ByteBlock block;
    std::memcpy(&block, at, sizeof block);
    return block;
}

/// Whether any byte of the mask is set.
[[nodiscard]] inline bool any(BlockMask mask) noexcept {
    std::uint64_t words[2];
    std::memcpy(words, &mask, sizeof mask);
    return (words[0] | words[1]) != 0;
}

}  // namespace hookspect
