#pragma once

#include <string>

namespace hookspect::cli {

/// Opens the manual page of a section, `1` or `7`, with man(1), and waits until the reader has left it.
/// Nothing happens, and the answer is false, where standard output is no terminal, man is missing or man does
/// not have the page. The manual beside the installed program comes before that of the system.
[[nodiscard]] bool open_manual(const std::string& page, char section);

}  // namespace hookspect::cli
