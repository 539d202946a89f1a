#pragma once

#include "intake/source/stream_decoder.h"

#include <memory>

namespace hookspect::intake {

/// The libraries that inflate. ISA-L is more than twice as fast, and loaded when the first gzip input is met,
/// as linking it would cost each start; zlib is always there.
enum class Inflater : std::uint8_t { fastest, zlib };

/// Decodes gzip (RFC 1952): members that follow each other are one text, zero bytes after the last are
/// padding.
[[nodiscard]] std::unique_ptr<StreamDecoder> make_gzip_decoder(Inflater inflater = Inflater::fastest);

/// Whether ISA-L can be used here.
[[nodiscard]] bool has_fast_inflater();

}  // namespace hookspect::intake
