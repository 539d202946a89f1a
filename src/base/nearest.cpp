#include "base/nearest.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <tuple>

namespace hookspect::base {
namespace {

constexpr std::size_t difference(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

/// A word of at most nearest_longest_word bytes that others are compared with: for each byte the places where
/// it stands, so that a column of the distance table is worked out in one go (H. Hyyro, A bit-vector
/// algorithm for computing Levenshtein and Damerau edit distances, 2003).
class Pattern {
public:
    explicit Pattern(std::string_view word) : size_(word.size()) {
        for (std::size_t i = 0; i < word.size(); ++i) places_[index(word[i])] |= std::uint64_t{1} << i;
    }

    /// The distance from `text`, or `limit + 1` where it is over the limit.
    [[nodiscard]] std::size_t distance(std::string_view text, std::size_t limit) const {
        if (text.size() > nearest_longest_word || difference(size_, text.size()) > limit) return limit + 1;
        if (strangers(text) > limit) return limit + 1;
        return size_ == 0 ? text.size() : std::min(exact_distance(text), limit + 1);
    }

private:
    std::array<std::uint64_t, 256> places_{};
    std::size_t size_;

    static constexpr unsigned char index(char c) { return static_cast<unsigned char>(lower(c)); }

    /// Bytes that the word has not: each takes an edit.
    [[nodiscard]] std::size_t strangers(std::string_view text) const {
        std::size_t count = 0;
        for (const char c : text) count += places_[index(c)] == 0 ? 1 : 0;
        return count;
    }

    /// A bit for each row of the table: how the distance changes downwards, and from the column before.
    [[nodiscard]] std::size_t exact_distance(std::string_view text) const {
        const std::uint64_t last = std::uint64_t{1} << (size_ - 1);
        std::uint64_t more_below = ~std::uint64_t{0};
        std::uint64_t less_below = 0;
        std::uint64_t same_diagonally = 0;
        std::uint64_t equal_before = 0;
        std::size_t distance = size_;
        for (const char c : text) {
            const std::uint64_t equal = places_[index(c)];
            const std::uint64_t swapped = ((~same_diagonally & equal) << 1) & equal_before;
            same_diagonally =
                (((equal & more_below) + more_below) ^ more_below) | equal | less_below | swapped;
            std::uint64_t more = less_below | ~(same_diagonally | more_below);
            std::uint64_t less = same_diagonally & more_below;
            if ((more & last) != 0) ++distance;
            if ((less & last) != 0) --distance;
            more = (more << 1) | 1;  // the row above the first
            less <<= 1;
            more_below = less | ~(same_diagonally | more);
            less_below = more & same_diagonally;
            equal_before = equal;
        }
        return distance;
    }
};
static_assert(nearest_longest_word <= 64);  // a bit for each byte

std::size_t count_other_case(std::string_view a, std::string_view b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] != b[i] && lower(a[i]) == lower(b[i])) ++count;
    }
    return count;
}

struct Near {
    std::size_t distance;
    std::size_t other_case;
    std::string_view text;
};

bool is_nearer(const Near& a, const Near& b) {
    return std::tie(a.distance, a.other_case) < std::tie(b.distance, b.other_case);
}

/// Calls `use` with each candidate that the word may be a misspelling of.
template <typename Use>
void each_near(std::string_view word, std::span<const std::string_view> candidates, const Use& use) {
    if (word.empty() || word.size() > nearest_longest_word) return;
    const std::size_t limit = nearest_limit(word);
    const Pattern pattern(word);
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = pattern.distance(candidate, limit);
        // Where nothing of the word is left it is no misspelling: `x` is not `id`.
        const bool left = distance == 0 || distance < std::min(word.size(), candidate.size());
        if (distance <= limit && left) use(Near{distance, count_other_case(word, candidate), candidate});
    }
}

}  // namespace

std::size_t nearest_limit(std::string_view word) noexcept {
    return std::clamp<std::size_t>(word.size() / 3, 1, 3);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) noexcept {
    if (a.size() > nearest_longest_word) return limit + 1;
    return Pattern(a).distance(b, limit);
}

std::vector<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
    std::vector<Near> near;
    each_near(word, candidates, [&](const Near& one) { near.push_back(one); });
    std::stable_sort(near.begin(), near.end(), is_nearer);
    std::vector<std::string_view> texts;
    texts.reserve(near.size());
    for (const Near& one : near) texts.push_back(one.text);
    return texts;
}

std::string_view nearest_of(std::string_view word, std::span<const std::string_view> candidates) noexcept {
    std::optional<Near> best;
    each_near(word, candidates, [&](const Near& one) {
        if (!best || is_nearer(one, *best)) best = one;
    });
    return best ? best->text : std::string_view{};
}

}  // namespace hookspect::base
