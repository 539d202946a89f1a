#pragma once

#include "ops/diff.h"

#include <string>
#include <string_view>

namespace hookspect::report {

/// Clips what was and what has become of it to so many columns each. Where that would leave of both nothing
/// but the front that they share, that front is clipped, too: `…7b34` and `…7b35`. The texts have passed
/// append_safe.
[[nodiscard]] ops::Both<std::string> clipped_pair(const ops::Both<std::string>& texts,
                                                  const ops::Both<int>& columns, std::string_view ellipsis);

}  // namespace hookspect::report
