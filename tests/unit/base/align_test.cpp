#include "base/align.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <string_view>
#include <vector>

using hookspect::base::align;
using hookspect::base::Aligned;
using Sequence = std::vector<std::uint32_t>;

namespace {

Sequence letters(std::string_view text) {
    return {text.begin(), text.end()};
}

/// The length of the longest common subsequence, by the textbook's table.
std::size_t longest_common(const Sequence& a, const Sequence& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            best[i + 1][j + 1] = a[i] == b[j] ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
        }
    }
    return best[a.size()][b.size()];
}

void check_common(const Sequence& a, const Sequence& b, const std::vector<Aligned>& matches) {
    for (std::size_t i = 0; i < matches.size(); ++i) {
        REQUIRE(matches[i].before < a.size());
        REQUIRE(matches[i].after < b.size());
        REQUIRE(a[matches[i].before] == b[matches[i].after]);
        if (i == 0) continue;
        REQUIRE(matches[i - 1].before < matches[i].before);
        REQUIRE(matches[i - 1].after < matches[i].after);
    }
}

}  // namespace

TEST_CASE("a longest common subsequence") {
    CHECK(align({}, {}).empty());
    CHECK(align(letters("abc"), {}).empty());
    CHECK(align(letters("abc"), letters("xyz")).empty());
    CHECK(align(letters("abc"), letters("abc")) == std::vector<Aligned>{{0, 0}, {1, 1}, {2, 2}});
    CHECK(align(letters("abc"), letters("ac")) == std::vector<Aligned>{{0, 0}, {2, 1}});
    CHECK(align(letters("axc"), letters("ayzc")) == std::vector<Aligned>{{0, 0}, {2, 3}});
    // The example of Myers' paper, which has four letters in common.
    CHECK(align(letters("abcabba"), letters("cbabac")).size() == 4);
}

TEST_CASE("as long as the table says, on random sequences") {
    std::mt19937 source(1);
    const auto random = [&source] { return static_cast<std::uint32_t>(source()); };
    for (int round = 0; round < 2000; ++round) {
        const std::uint32_t alphabet = 1 + random() % 6;
        Sequence a(random() % 20);
        Sequence b(random() % 20);
        for (auto& letter : a) letter = random() % alphabet;
        for (auto& letter : b) letter = random() % alphabet;
        const auto matches = align(a, b);
        check_common(a, b, matches);
        REQUIRE(matches.size() == longest_common(a, b));
    }
}

TEST_CASE("long sequences that differ everywhere take no quadratic time") {
    constexpr std::uint32_t size = 100'000;
    Sequence a(size);
    std::iota(a.begin(), a.end(), 0U);
    Sequence b(a);
    std::reverse(b.begin(), b.end());
    auto matches = align(a, b);
    check_common(a, b, matches);
    CHECK(matches.size() == 1);

    // Every second element is another one: what both have holds the rest in place.
    b = a;
    for (std::uint32_t i = 0; i < size; i += 2) b[i] += size;
    matches = align(a, b);
    check_common(a, b, matches);
    CHECK(matches.size() == size / 2);

    // Nothing is unique.
    for (std::uint32_t i = 0; i < size; ++i) {
        a[i] = i % 2;
        b[i] = (i / 2) % 2;
    }
    check_common(a, b, align(a, b));
}
