#pragma once

#include "ops/sample_random.h"
#include "ops/sample_scene.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hookspect::ops {

/// The event that is being written: what its parts append to, and draw from.
struct SampleJob {
    std::string& out;
    const Scene& scene;
    SampleSize size;
    SampleRandom& random;

    /// A number that depends on the size, both ends in.
    [[nodiscard]] std::uint64_t sized(std::uint64_t small, std::uint64_t typical, std::uint64_t large) const {
        return size == SampleSize::small ? small : size == SampleSize::typical ? typical : large;
    }

    void number(std::uint64_t value) const {
        char digits[20];
        std::size_t at = sizeof digits;
        do {
            digits[--at] = static_cast<char>('0' + value % 10);
            value /= 10;
        } while (value != 0);
        out.append(digits + at, sizeof digits - at);
    }

    /// A string of text that needs no escapes.
    void text(std::string_view plain) const {
        out.push_back('"');
        out.append(plain);
        out.push_back('"');
    }

    void flag(bool value) const { out.append(value ? "true" : "false"); }

    /// A container whose members, written by `write`, each begin with a comma.
    template <typename Write>
    void container(char open, char close, Write&& write) const {
        const std::size_t begin = out.size();
        write();
        if (out.size() == begin) {
            out.push_back(open);
        } else {
            out[begin] = open;
        }
        out.push_back(close);
    }

    /// `,"key":` of a key that needs no escapes.
    void key(std::string_view name) const { out.append(",\"").append(name).append("\":"); }
};

}  // namespace hookspect::ops
