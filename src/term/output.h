#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace hookspect {

/// Where results go: standard output, or a file that is written beside its name and takes it when it is
/// complete, so that a run that fails leaves the old one. A device or a pipe is written directly. Text is
/// gathered in large pieces.
class Output {
public:
    /// Without a path: standard output.
    static Result<Output> open(const std::optional<std::string>& path);

    Output(Output&& other) noexcept;
    Output& operator=(Output&&) = delete;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    /// Drops what is not written, and the file beside where commit() was not called.
    ~Output();

    /// Text to be written: append to it, then call drain() now and then.
    [[nodiscard]] std::string& text() { return text_; }

    /// Writes the gathered text where it is large.
    void drain() {
        if (text_.size() >= piece) flush();
    }
    /// Writes the gathered text.
    void flush();

    /// The end: writes all, closes, gives the file its name. Errors: `cannot write NAME: No space left on
    /// device`; the first failure of any write is told here. After one nothing more is written.
    [[nodiscard]] std::optional<Error> commit();

    /// The run has failed: a file that is written beside its name is dropped, so that the old one stays. What
    /// goes to a stream goes there still.
    void discard();

    [[nodiscard]] bool failed() const { return error_.has_value(); }
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    static constexpr std::size_t piece = 64 * 1024;

    Output(int descriptor, std::string name);

    int descriptor_ = -1;
    std::string name_;       // for messages
    std::string final_;      // the name to be given to the file beside; empty: there is none
    std::string temporary_;  // the file beside
    std::string text_;
    std::optional<Error> error_;
    bool discarded_ = false;

    void fail(int code);
};

}  // namespace hookspect
