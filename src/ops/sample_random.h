#pragma once

#include <cstddef>
#include <cstdint>

namespace hookspect::ops {

/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014), whole numbers
/// only.
class SampleRandom {
public:
    explicit SampleRandom(std::uint64_t seed) : state_(seed) {}

    /// The generator of item `number`: items do not depend on how many were made before them.
    SampleRandom(std::uint64_t seed, std::uint64_t number) : state_(mixed(seed) ^ mixed(~number)) {}

    [[nodiscard]] std::uint64_t next() { return mixed(state_ += 0x9e3779b97f4a7c15); }

    /// From 0 to `count` - 1, which is at most 2^32.
    [[nodiscard]] std::uint64_t below(std::uint64_t count) { return ((next() >> 32) * count) >> 32; }

    /// Both ends in.
    [[nodiscard]] std::uint64_t between(std::uint64_t least, std::uint64_t most) {
        return least + below(most - least + 1);
    }

    /// True in `times` of 16 cases.
    [[nodiscard]] bool in_16(std::uint64_t times) { return below(16) < times; }

    /// Of an array, a vector or a span that outlives the result.
    template <typename Choices>
    [[nodiscard]] const auto& one_of(const Choices& choices) {
        return choices[static_cast<std::size_t>(below(choices.size()))];
    }

private:
    std::uint64_t state_;

    static constexpr std::uint64_t mixed(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
};

}  // namespace hookspect::ops
