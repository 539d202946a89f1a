#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace hookspect::intake {

/// Undoes an encoding that covers a whole input, piece by piece.
class StreamDecoder {
public:
    StreamDecoder() = default;
    StreamDecoder(const StreamDecoder&) = delete;
    StreamDecoder& operator=(const StreamDecoder&) = delete;
    virtual ~StreamDecoder() = default;

    /// What one step did, in bytes.
    struct Step {
        std::size_t used = 0;  // of the encoded bytes given
        std::size_t made = 0;  // of the space
    };

    /// Decodes from the front of `encoded` into `space`, which is not empty. Of no bytes it makes what it
    /// still holds of those before. A step that makes nothing of some bytes uses at least one. Errors: `the
    /// gzip data is corrupt`.
    [[nodiscard]] virtual base::Result<Step> decode(std::string_view encoded, std::span<char> space) = 0;

    /// The same when the encoded bytes have ended, until it makes nothing. Errors: `the gzip data is cut
    /// off`.
    [[nodiscard]] virtual base::Result<Step> finish(std::span<char> space) = 0;
};

/// The encodings that hookspect undoes by itself, recognised by their first bytes.
enum class StreamEncoding : std::uint8_t { plain, gzip, zstd, utf16_little, utf16_big };

/// What the first bytes of an input say. `undecided` while more bytes could still make them the start of an
/// encoding; then at least `longest_signature` bytes are needed, or the end of the input.
struct Recognised {
    StreamEncoding encoding = StreamEncoding::plain;
    bool undecided = false;
};
inline constexpr std::size_t longest_signature = 4;  // bytes
[[nodiscard]] Recognised recognise_encoding(std::string_view front) noexcept;

/// `gzip`, `zstd`, `UTF-16`; empty for plain bytes.
[[nodiscard]] std::string_view encoding_name(StreamEncoding encoding) noexcept;

/// A decoder for what was recognised; null for plain bytes.
[[nodiscard]] std::unique_ptr<StreamDecoder> make_decoder(StreamEncoding encoding);

}  // namespace hookspect::intake
