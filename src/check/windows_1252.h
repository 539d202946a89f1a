#pragma once

#include <array>
#include <cstddef>

namespace hookspect::check {

/// What Windows-1252 has at 80 to 9F (WHATWG Encoding), where Latin-1 has control characters.
inline constexpr std::array<char32_t, 32> windows_1252_high{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// The byte that a program which reads Windows-1252 or Latin-1 shows as this character, or -1.
[[nodiscard]] constexpr int windows_1252_byte(char32_t character) noexcept {
    if (character < 0x100) return static_cast<int>(character);
    for (std::size_t i = 0; i < windows_1252_high.size(); ++i) {
        if (windows_1252_high[i] == character) return static_cast<int>(0x80 + i);
    }
    return -1;
}

}  // namespace hookspect::check
