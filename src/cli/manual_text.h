#pragma once

#include "report/layout/presentation.h"

#include <string>
#include <string_view>

namespace hookspect::cli {

/// A manual page, `hookspect-get`, as text wrapped to the presentation's width, for where there is no man.
/// The pages are part of the program. Empty for a page that there is not.
[[nodiscard]] std::string manual_text(std::string_view page, const report::Presentation& presentation);

}  // namespace hookspect::cli
