#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hookspect::base {

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

/// Bytes before the first one of the mask that is set, or block_size.
[[nodiscard]] inline std::size_t bytes_before(BlockMask mask) noexcept {
    if constexpr (std::endian::native == std::endian::little) {
        std::uint64_t words[2];
        std::memcpy(words, &mask, sizeof mask);
        const int bits = words[0] != 0 ? std::countr_zero(words[0]) : 64 + std::countr_zero(words[1]);
        return static_cast<std::size_t>(bits) / 8;
    } else {
        std::size_t at = 0;
        while (at < block_size && mask[at] == 0) ++at;
        return at;
    }
}

/// Bytes at the front of `text` before the first that stops the run. `stops` is asked of a ByteBlock and, in
/// a text shorter than that, of a std::uint8_t: it compares without branches.
template <typename Stops>
[[nodiscard]] std::size_t run_before(std::string_view text, const Stops& stops) noexcept {
    std::size_t at = 0;
    for (; at + block_size <= text.size(); at += block_size) {
        const BlockMask mask = stops(load_block(text.data() + at));
        if (any(mask)) return at + bytes_before(mask);
    }
    if (at != 0 && at < text.size()) {  // the last block holds bytes again that do not stop it
        at = text.size() - block_size;
        const BlockMask mask = stops(load_block(text.data() + at));
        return at + bytes_before(mask);
    }
    while (at < text.size() && !stops(static_cast<std::uint8_t>(text[at]))) ++at;
    return at;
}

/// std::string_view::rfind, which goes by single bytes.
[[nodiscard]] inline std::size_t find_last(std::string_view text, char c) noexcept {
    const ByteBlock wanted = ByteBlock{} + static_cast<std::uint8_t>(c);
    std::size_t end = text.size();
    while (end >= block_size && !any(load_block(text.data() + end - block_size) == wanted)) end -= block_size;
    return text.substr(0, end).rfind(c);
}

}  // namespace hookspect::base
