#include "base/seeded_hash.h"

#include <bit>
#include <cstring>
#include <random>

namespace hookspect::base {
namespace {

struct Seed {
    std::uint64_t key0;
    std::uint64_t key1;
};

Seed draw() {
    std::random_device device;
    const auto number = [&device] { return (std::uint64_t{device()} << 32U) | device(); };
    return {number(), number()};
}

class State {
public:
    State(std::uint64_t key0, std::uint64_t key1)
        : v0_(key0 ^ 0x736f6d6570736575U),
          v1_(key1 ^ 0x646f72616e646f6dU),
          v2_(key0 ^ 0x6c7967656e657261U),
          v3_(key1 ^ 0x7465646279746573U) {}

    void add(std::uint64_t block) {
        v3_ ^= block;
        round();
        v0_ ^= block;
    }

    [[nodiscard]] std::uint64_t finish() {
        v2_ ^= 0xFFU;
        for (int i = 0; i < 3; ++i) round();
        return v0_ ^ v1_ ^ v2_ ^ v3_;
    }

private:
    std::uint64_t v0_;
    std::uint64_t v1_;
    std::uint64_t v2_;
    std::uint64_t v3_;

    void round() {
        v0_ += v1_;
        v1_ = std::rotl(v1_, 13) ^ v0_;
        v0_ = std::rotl(v0_, 32);
        v2_ += v3_;
        v3_ = std::rotl(v3_, 16) ^ v2_;
        v0_ += v3_;
        v3_ = std::rotl(v3_, 21) ^ v0_;
        v2_ += v1_;
        v1_ = std::rotl(v1_, 17) ^ v2_;
        v2_ = std::rotl(v2_, 32);
    }
};

}  // namespace

std::uint64_t siphash(std::uint64_t key0, std::uint64_t key1, std::string_view text) noexcept {
    State state(key0, key1);
    const std::uint64_t size = text.size();
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data(), sizeof block);
        state.add(block);
    }
    std::uint64_t last = size << 56U;
    for (std::size_t i = 0; i < text.size(); ++i) {
        last |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    }
    state.add(last);
    return state.finish();
}

std::size_t SeededHash::operator()(std::string_view text) const noexcept {
    static const Seed seed = draw();
    return siphash(seed.key0, seed.key1, text);
}

}  // namespace hookspect::base
