#pragma once

#include "event/event.h"
#include "finding/finding.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hookspect::check {

/// Line and column of many offsets in one body, worked out in one pass over its bytes.
class Places {
public:
    /// `start` is the place of the first byte of `bytes`; the offsets count from there and need no order.
    Places(std::string_view bytes, const base::Place& start, std::vector<std::size_t> offsets);

    /// The place of one of these offsets.
    [[nodiscard]] base::Place operator[](std::size_t offset) const;

private:
    std::vector<std::size_t> offsets_;  // sorted, each once
    std::vector<base::Place> places_;
};

}  // namespace hookspect::check
