#pragma once

#include <string>
#include <string_view>

namespace hookspect::base {

/// The text in Unicode's normalisation form C, in which `é` is one character however it was typed. What is
/// ASCII, in that form already, or not UTF-8 is given back as it is; else `scratch` holds the result.
[[nodiscard]] std::string_view normal_text(std::string_view text, std::string& scratch);

}  // namespace hookspect::base
