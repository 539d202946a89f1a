#pragma once

#include "intake/framing/reader.h"
#include "term/progress.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::run {

/// How far a run over inputs is, shown on standard error.
class Progress {
public:
    /// For the inputs `paths`. `when`: `auto`, `always` or `never`. Null where no progress is to be shown.
    [[nodiscard]] static std::unique_ptr<Progress> begin(std::string_view when,
                                                         const std::vector<std::string>& paths);

    /// `here`: how far the present input is read.
    void advance(const intake::ReaderState& here) {
        if (here.place.offset >= looked_ + step) show(here);
    }

    /// The present input is done.
    void end_source(const intake::ReaderState& here);

    /// Something else is about to be written to the terminal.
    void clear() { line_.clear(); }

private:
    static constexpr std::uint64_t step = 256 * 1024;  // bytes from one look at the clock to the next

    explicit Progress(bool at_once);

    term::ProgressLine line_;
    std::optional<std::uint64_t> total_;  // bytes of all inputs
    std::uint64_t events_ = 0;            // of the inputs before
    std::uint64_t bytes_ = 0;
    std::uint64_t looked_ = 0;  // where in the present input the clock was looked at

    void show(const intake::ReaderState& here);
};

}  // namespace hookspect::run
