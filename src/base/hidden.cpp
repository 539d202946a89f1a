#include "base/hidden.h"

#include <algorithm>
#include <array>

namespace hookspect::base {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Unicode 15, sections 23.2 to 23.8.
constexpr std::array<Range, 16> hidden{{
    {0x0000, 0x001F},    // C0
    {0x007F, 0x009F},    // DEL, C1
    {0x00AD, 0x00AD},    // soft hyphen
    {0x034F, 0x034F},    // combining grapheme joiner
    {0x061C, 0x061C},    // Arabic letter mark
    {0x115F, 0x1160},    // Hangul fillers
    {0x17B4, 0x17B5},    // Khmer inherent vowels
    {0x180B, 0x180F},    // Mongolian selectors and vowel separator
    {0x200B, 0x200F},    // zero width, direction marks
    {0x2028, 0x202E},    // line and paragraph separator, embeddings and overrides
    {0x2060, 0x206F},    // word joiner, invisible operators, isolates, deprecated format characters
    {0x3164, 0x3164},    // Hangul filler
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFA0, 0xFFA0},    // halfwidth Hangul filler
    {0xFFF9, 0xFFFB},    // interlinear annotation
    {0xE0000, 0xE00FF},  // tags
}};

}  // namespace

bool is_hidden(char32_t point) noexcept {
    const auto after = std::partition_point(hidden.begin(), hidden.end(),
                                            [point](const Range& range) { return range.last < point; });
    return after != hidden.end() && after->first <= point;
}

}  // namespace hookspect::base
