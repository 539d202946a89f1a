#pragma once

#include "base/result.h"
#include "intake/framing/reader.h"
#include "intake/source/source.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace hookspect::intake {

/// A piece of a source.
struct Chunk {
    std::unique_ptr<char[]> bytes;  // with `padding` more, which are 0
    std::size_t size = 0;           // of `bytes` that were read
    std::size_t end = 0;            // of those that are this chunk's; what is behind is the next one's too
    /// How a reader that comes to its first byte would stand there, by its looks; nothing where no body seems
    /// to begin there or none at its end, so that it cannot be read by itself.
    std::optional<ReaderState> begin;

    /// What is read of it, and what is there to look ahead.
    [[nodiscard]] std::string_view text() const { return {bytes.get(), size}; }
    [[nodiscard]] std::string_view own_text() const { return {bytes.get(), end}; }
};

/// Reads a source ahead and cuts it into chunks, at borders where there are any.
class Chunker {
public:
    /// `size`: bytes of a chunk.
    Chunker(Framing framing, std::size_t size) : framing_(framing), size_(size) {}

    /// Begins a source, which must live as long as it is read.
    void start(Source& source);

    /// A whole chunk that can be read by itself or not; null where the source has no more bytes for now, or
    /// none at all. Waits a few milliseconds for them if `patient`. `here`: how the reader stands, if it
    /// stands where the chunk begins.
    [[nodiscard]] std::unique_ptr<Chunk> whole(const ReaderState* here, bool patient);

    /// What can be had, which may be less than a chunk. Waits for at least one byte; empty at the end.
    [[nodiscard]] std::unique_ptr<Chunk> any();

    /// any() would wait for somebody to write.
    [[nodiscard]] bool would_wait() const { return filled() == 0 && !ended_ && source_->would_block(); }

    /// Why it could not be read to its end.
    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }

    /// Takes a chunk back for its memory.
    void recycle(std::unique_ptr<Chunk> chunk) { spare_.push_back(std::move(chunk)); }

private:
    Framing framing_;
    std::size_t size_;
    Source* source_ = nullptr;
    bool ended_ = false;
    std::optional<base::Error> error_;
    std::unique_ptr<Chunk> next_;  // being filled
    std::vector<std::unique_ptr<Chunk>> spare_;

    [[nodiscard]] std::size_t filled() const { return next_ ? next_->size : 0; }
    void begin_next();
    void read();
    [[nodiscard]] bool fill(bool patient);
    [[nodiscard]] std::unique_ptr<Chunk> take(std::size_t end);
    [[nodiscard]] std::unique_ptr<Chunk> cut();
};

}  // namespace hookspect::intake
