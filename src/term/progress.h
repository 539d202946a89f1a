#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace hookspect::term {

/// One line on a terminal that tells how far long work is. It is shown once the work takes over a second, and
/// erased before anything else is written there.
class ProgressLine {
public:
    using Clock = std::chrono::steady_clock;

    /// The work begins. Writes to `descriptor`, at once if `at_once`.
    ProgressLine(int descriptor, bool at_once);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// Seconds since the work began where it is time to show the line anew.
    [[nodiscard]] std::optional<double> due() const;

    /// Shows `text`, which is ASCII, as much of it as the width has room for.
    void show(std::string_view text);

    /// Erases the line.
    void clear();

private:
    int descriptor_;
    Clock::time_point begin_;
    Clock::time_point next_;
    bool shown_ = false;

    void write(std::string_view text) const;
};

}  // namespace hookspect::term
