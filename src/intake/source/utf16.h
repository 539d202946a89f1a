#pragma once

#include "intake/source/stream_decoder.h"

#include <bit>
#include <memory>

namespace hookspect::intake {

/// Decodes UTF-16 (RFC 2781) to UTF-8 and drops the byte order mark. A surrogate without its partner becomes
/// three bytes that are not UTF-8, as `utf8` reports them in the body that has them.
[[nodiscard]] std::unique_ptr<StreamDecoder> make_utf16_decoder(std::endian order);

}  // namespace hookspect::intake
