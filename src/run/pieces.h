#pragma once

#include "output/output.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace hookspect::run {

/// Puts a separator between what is printed for one body and for the next, so that no renderer needs to know
/// whether it is the first. What a thread prints apart begins with a separator, which is taken away where it
/// comes to be the first of all.
class Pieces {
public:
    /// `separator` must live as long. `apart`: others may be printed before.
    explicit Pieces(std::string_view separator, bool apart = false) : separator_(separator), apart_(apart) {}

    /// Calls `print`, which appends a piece to `printed` or nothing. Returns what it returns.
    template <typename Print>
    auto print(output::Printed& printed, const Print& print) {
        const std::size_t before = printed.text.size();
        if (any_ || apart_) printed.text += separator_;
        const std::size_t begin = printed.text.size();
        const auto answer = print();
        if (printed.text.size() > begin) {
            any_ = true;
        } else {
            printed.text.resize(before);
            for (auto& message : printed.messages) message.at = std::min(message.at, before);
        }
        return answer;
    }

    /// Takes over pieces that were printed apart to `printed`, which is to follow.
    void join(const Pieces& apart, output::Printed& printed) {
        if (!apart.any_) return;
        if (!any_ && !apart_) {
            const std::size_t size = separator_.size();
            printed.text.erase(0, size);
            for (auto& message : printed.messages) message.at -= std::min(message.at, size);
        }
        any_ = true;
    }

    [[nodiscard]] bool any() const { return any_; }

    /// Pieces with the same separator, which are printed apart.
    [[nodiscard]] Pieces apart() const { return Pieces(separator_, true); }

private:
    std::string_view separator_;
    bool apart_;
    bool any_ = false;
};

}  // namespace hookspect::run
