#include "base/nearest.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace hookspect {
namespace {

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr std::size_t difference(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

using Row = std::array<std::size_t, nearest_longest_word + 1>;

/// Fills the row of the distance table for the first `i` bytes of `a` and returns its smallest entry.
std::size_t fill_row(std::string_view a, std::string_view b, std::size_t i, const Row& before_last,
                     const Row& last, Row& row) {
    const auto same = [a, b](std::size_t in_a, std::size_t in_b) { return lower(a[in_a]) == lower(b[in_b]); };
    row[0] = i;
    std::size_t smallest = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t replaced = last[j - 1] + (same(i - 1, j - 1) ? 0 : 1);
        std::size_t cost = std::min({last[j] + 1, row[j - 1] + 1, replaced});
        const bool swapped = i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1);
        if (swapped) cost = std::min(cost, before_last[j - 2] + 1);
        row[j] = cost;
        smallest = std::min(smallest, cost);
    }
    return smallest;
}

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

}  // namespace

std::size_t nearest_limit(std::string_view word) noexcept {
    return std::clamp<std::size_t>(word.size() / 3, 1, 3);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) noexcept {
    if (std::max(a.size(), b.size()) > nearest_longest_word) return limit + 1;
    if (difference(a.size(), b.size()) > limit) return limit + 1;
    Row before_last{};
    Row last{};
    Row row{};
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    std::size_t smallest_before = 0;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t smallest = fill_row(a, b, i, before_last, last, row);
        // A swap reaches back over one row, so only two rows over the limit are final.
        if (std::min(smallest, smallest_before) > limit) return limit + 1;
        smallest_before = smallest;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], limit + 1);
}

std::vector<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
    if (word.empty() || word.size() > nearest_longest_word) return {};
    const std::size_t limit = nearest_limit(word);
    std::vector<Near> near;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate, limit);
        // Where nothing of the word is left it is no misspelling: `x` is not `id`.
        const bool left = distance == 0 || distance < std::min(word.size(), candidate.size());
        if (distance > limit || !left) continue;
        near.push_back({distance, count_other_case(word, candidate), candidate});
    }
    std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
        return std::tie(a.distance, a.other_case) < std::tie(b.distance, b.other_case);
    });
    std::vector<std::string_view> texts;
    texts.reserve(near.size());
    for (const Near& one : near) texts.push_back(one.text);
    return texts;
}

}  // namespace hookspect
