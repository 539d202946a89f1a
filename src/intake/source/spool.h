#pragma once

#include "base/result.h"
#include "intake/source/source.h"

namespace hookspect::intake {

/// Copies what is left of a source into a temporary file, in the folder that TMPDIR names, else in /tmp, so
/// that it can be read again. The file has no name, and is gone when the result is. Errors: the source cannot
/// be read to its end, or the file not be written.
[[nodiscard]] base::Result<Source> spool(Source& source);

}  // namespace hookspect::intake
