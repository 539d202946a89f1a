#pragma once

#include "base/result.h"
#include "intake/source/stream_decoder.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::intake {

/// The bytes of an input with its stream encodings undone: gzip or zstd, and UTF-16 inside them. Plain bytes
/// pass through without being copied. Memory is a few pieces of 64 KiB, however long the input is.
class DecodedStream {
public:
    using Read =
        std::function<base::Result<std::size_t>(std::span<char>)>;  // up to as many as fit; 0 at the end

    /// `name` is that of the input, for messages.
    DecodedStream(std::string name, Read read) : name_(std::move(name)), read_(std::move(read)) {}
    DecodedStream(const DecodedStream&) = delete;
    DecodedStream& operator=(const DecodedStream&) = delete;
    ~DecodedStream() = default;

    /// Reads up to `space.size()` decoded bytes; 0 at the end. The first read finds the encoding out, for
    /// which it reads no more than it has to. Errors: those of `read`, and of the decoder (`cannot read NAME:
    /// the gzip data is cut off`).
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> space);

    /// What was found; nothing before the first read.
    [[nodiscard]] std::optional<StreamEncoding> encoding() const { return encoding_; }

    /// Bytes can be had without a read of the input.
    [[nodiscard]] bool has_ready() const {
        return !pending().empty() || filled_ || (inner_ && inner_->has_ready());
    }

private:
    std::string name_;
    Read read_;
    bool inflated_ =
        false;  // the bytes come out of gzip or zstd: only UTF-16 is undone, as an archive can hold itself
    std::optional<StreamEncoding> encoding_;
    std::unique_ptr<StreamDecoder> decoder_;  // null for plain bytes
    std::unique_ptr<DecodedStream> inner_;    // over what was inflated
    std::vector<char> input_;
    std::size_t begin_ = 0;  // of the bytes of input_ that are not used yet
    std::size_t end_ = 0;
    bool filled_ = false;  // the last step filled its space: the decoder may hold more
    bool ended_ = false;

    [[nodiscard]] std::string_view pending() const { return {input_.data() + begin_, end_ - begin_}; }
    [[nodiscard]] base::Result<std::size_t> refill();
    [[nodiscard]] base::Result<std::size_t> read_first(std::span<char> space);
    void begin(StreamEncoding encoding);
    [[nodiscard]] base::Result<std::size_t> read_plain(std::span<char> space);
    [[nodiscard]] base::Result<std::size_t> decode(std::span<char> space);
};

}  // namespace hookspect::intake
