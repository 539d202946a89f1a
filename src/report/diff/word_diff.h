#pragma once

#include <string_view>
#include <vector>

namespace hookspect::report {

/// A part of a text before and after a change: the same in both, or what took the place of what.
struct TextRun {
    std::string_view before;
    std::string_view after;
    bool same = false;
};

/// Compares two texts word by word. A word is made of letters and digits; blanks and other characters stand
/// for themselves, so do the characters of scripts that put no blanks between words. The runs are views of
/// the texts, and give them when they are put together. `any_word_same`: whether they share a word at all.
struct WordDiff {
    std::vector<TextRun> runs;
    bool any_word_same = false;
};
[[nodiscard]] WordDiff word_diff(std::string_view before, std::string_view after);

}  // namespace hookspect::report
