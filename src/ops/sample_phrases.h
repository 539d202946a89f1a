#pragma once

#include <array>
#include <span>
#include <string_view>

namespace hookspect::ops {

/// What samples say in one language. The same place in two languages holds the same in translation, so that a
/// sample reads like a campaign that somebody had translated. None needs escaping in JSON.
struct SamplePhrases {
    std::string_view language;
    std::array<std::string_view, 8> titles;
    std::array<std::string_view, 10> sentences;
};

[[nodiscard]] std::span<const SamplePhrases> sample_phrases() noexcept;

/// Those of a language, or English ones.
[[nodiscard]] const SamplePhrases& sample_phrases_in(std::string_view language) noexcept;

}  // namespace hookspect::ops
