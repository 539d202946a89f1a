#pragma once

#include "intake/source/stream_decoder.h"

#include <memory>

namespace hookspect::intake {

/// Decodes zstd (RFC 8878): frames that follow each other are one text, skippable frames hold none.
[[nodiscard]] std::unique_ptr<StreamDecoder> make_zstd_decoder();

}  // namespace hookspect::intake
