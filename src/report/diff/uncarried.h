#pragma once

#include "ops/diff.h"

#include <array>
#include <cstdint>
#include <string>

namespace hookspect::report {

/// How many values of each kind form encoding could not carry.
class UncarriedCounts {
public:
    void add(const ops::Difference& difference);

    [[nodiscard]] bool any() const { return any_; }

    /// Appends `1 list, 2 nulls`.
    void append_to(std::string& out) const;
    /// Appends `{"list":1,"object":0,…}`, every kind.
    void append_json_to(std::string& out) const;

private:
    std::array<std::uint64_t, 6> of_{};  // in the order of Kind
    bool any_ = false;
};

}  // namespace hookspect::report
