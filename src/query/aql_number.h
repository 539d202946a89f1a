#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hookspect::query {

/// What JavaScript's Number() makes of a text, but exact.
struct AqlNumber {
    enum class Kind : std::uint8_t { none, finite, infinite, minus_infinite };

    AqlNumber() = default;
    explicit AqlNumber(std::string_view number) : kind(Kind::finite), text(number) {}

    Kind kind = Kind::none;
    std::string text;  // of a finite one: what compare_numbers reads
};

/// Blanks around it do not count; the empty text is 0; `1.`, `.5`, `+1`, `007`, `0x1F`, `0b1`, `0o7` (of at
/// most 64 bits) and `Infinity` are numbers.
[[nodiscard]] AqlNumber read_aql_number(std::string_view text);

/// Negative, 0 or positive; nothing where one of them is none.
[[nodiscard]] std::optional<int> order(const AqlNumber& a, const AqlNumber& b) noexcept;

}  // namespace hookspect::query
