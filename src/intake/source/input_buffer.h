#pragma once

#include "base/result.h"
#include "intake/source/source.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace hookspect::intake {

/// Where bytes come from.
struct ByteStream {
    std::function<base::Result<std::size_t>(std::span<char>)> read;  // up to as many as fit; 0 at the end
    std::function<bool()> would_block;  // a read now would wait for somebody to write
    std::string_view lent = {};  // bytes ahead of those to be read, which are used where they are; behind
                                 // them are `padding` bytes or more, not all of them digits
};

/// The bytes of a source, which must live as long.
[[nodiscard]] ByteStream stream_from(Source& source);

/// The bytes of a source that were read and not yet used: a window that slides over it, with `padding`
/// readable bytes behind. It grows only as far as one body needs.
class InputBuffer {
public:
    explicit InputBuffer(std::function<void()> before_waiting);

    /// Begins with another stream; what was left of the one before is forgotten.
    void attach(ByteStream stream);

    /// The window. Valid until the bytes are moved.
    [[nodiscard]] std::string_view data() const { return {window_ + begin_, end_ - begin_}; }
    void consume(std::size_t count) { begin_ += count; }

    /// Takes `count` bytes at `from` out of the window. Moves the bytes behind them, and all where the window
    /// was lent.
    void remove(std::size_t from, std::size_t count);

    /// Reads more. False at the end of the source, or when reading failed: then `error` tells it. Moves the
    /// bytes.
    [[nodiscard]] bool fill();

    /// More can be had only by waiting.
    [[nodiscard]] bool would_wait() const { return !ended_ && stream_.would_block(); }
    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }

private:
    std::function<void()> before_waiting_;
    ByteStream stream_;
    std::unique_ptr<char[]> bytes_;
    std::size_t capacity_ = 0;
    const char* window_ = nullptr;  // `bytes_`, or what is lent
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool ended_ = false;
    std::optional<base::Error> error_;

    [[nodiscard]] bool is_lent() const { return window_ != bytes_.get(); }
    void make_room();
};

}  // namespace hookspect::intake
