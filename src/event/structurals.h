#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hookspect::event {

/// Bytes that must be readable behind every text that is decoded.
inline constexpr std::size_t padding = 64;

/// simdjson's stage 1: finds where the values and the punctuation of a JSON text stand. Its source file is
/// the only one that includes simdjson. One object for each thread; its memory grows with the longest text
/// seen.
class Structurals {
public:
    Structurals();
    ~Structurals();
    Structurals(Structurals&&) noexcept;
    Structurals& operator=(Structurals&&) noexcept;

    /// Offsets of `{ } [ ] : ,` outside strings and of the first byte of each string and scalar, in order;
    /// one more entry behind the last holds text.size(). Nothing when the text is empty, not UTF-8, or has an
    /// unclosed string or a control character inside one; it names no position of such a fault. Valid until
    /// the next call.
    [[nodiscard]] std::optional<std::span<const std::uint32_t>> find(std::string_view text);

private:
    struct Stage1;
    std::unique_ptr<Stage1> stage1_;
};

/// `simdjson 3.0.1 (haswell)`: the library in use and the instructions it chose on this machine.
[[nodiscard]] std::string simdjson_version();

}  // namespace hookspect::event
