#pragma once

#include <string>
#include <string_view>

namespace hookspect::report {

/// Appends `text` for an XML 1.0 element or attribute. Characters that XML forbids, or that nobody can see,
/// become `\u{1b}`, bytes that are not UTF-8 `\x{ff}`, a newline `↵`.
void append_xml(std::string& out, std::string_view text);

}  // namespace hookspect::report
