#include "base/seeded_hash.h"

#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <numeric>
#include <vector>

using hookspect::base::SeededHash;

namespace {

constexpr std::uint64_t factor = 0xc6a4a7935bd1e995U;  // of libstdc++'s hash of texts

std::uint64_t inverse_of(std::uint64_t odd) {
    std::uint64_t inverse = odd;
    for (int i = 0; i < 6; ++i) inverse *= 2 - odd * inverse;
    return inverse;
}

std::uint64_t mixed(std::uint64_t block) {
    block *= factor;
    block ^= block >> 47U;
    return block * factor;
}

std::uint64_t unmixed(std::uint64_t block) {
    block *= inverse_of(factor);
    block ^= block >> 47U;
    return block * inverse_of(factor);
}

/// Texts of 16 bytes that std::hash maps to one number: the second half undoes what the first one does.
std::vector<std::string> colliding(std::size_t count) {
    constexpr std::uint64_t size = 16;
    const std::uint64_t begin = 0xc70f6907U ^ (size * factor);
    std::vector<std::string> texts;
    for (std::uint64_t first = 0; first < count; ++first) {
        const std::uint64_t state = (begin ^ mixed(first)) * factor;
        const std::array<std::uint64_t, 2> blocks{first, unmixed(state ^ 0x5eedU)};
        std::string text(size, '\0');
        std::memcpy(text.data(), blocks.data(), size);
        texts.push_back(std::move(text));
    }
    return texts;
}

std::uint64_t comparisons = 0;

struct CountedEqual {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const {
        ++comparisons;
        return a == b;
    }
};

template <typename Hash>
std::uint64_t comparisons_of(const std::vector<std::string>& texts) {
    std::unordered_map<std::string, int, Hash, CountedEqual> table;
    comparisons = 0;
    for (const std::string& text : texts) table.try_emplace(text, 1);
    CHECK(table.size() == texts.size());
    return comparisons;
}

}  // namespace

TEST_CASE("texts that collide under std::hash do not under the seeded one") {
    constexpr std::size_t count = 2000;
    const std::vector<std::string> texts = colliding(count);
    CHECK(comparisons_of<SeededHash>(texts) < 4 * count);
#if defined(__GLIBCXX__) && defined(__LP64__)
    CHECK(comparisons_of<std::hash<std::string_view>>(texts) > count * count / 4);
#endif
}

TEST_CASE("the seeded hash is SipHash-1-3") {
    // The key and the input are 00 01 02 …; the results are those of the reference implementation.
    std::string text(15, '\0');
    std::iota(text.begin(), text.end(), '\0');
    const std::uint64_t key0 = 0x0706050403020100U;
    const std::uint64_t key1 = 0x0f0e0d0c0b0a0908U;
    CHECK(hookspect::base::siphash(key0, key1, "") == 0xabac0158050fc4dcU);
    CHECK(hookspect::base::siphash(key0, key1, text) != hookspect::base::siphash(key0, key1, text + '\0'));
}
