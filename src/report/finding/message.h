#pragma once

#include "finding/finding.h"

#include <string>

namespace hookspect::report {

/// The message with what was expected at its end, for formats that have one text for both.
[[nodiscard]] inline std::string whole_message(const finding::Finding& finding) {
    if (finding.expected.empty()) return finding.message;
    return finding.message + "; expected " + finding.expected;
}

}  // namespace hookspect::report
