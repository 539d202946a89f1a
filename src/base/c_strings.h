#pragma once

#include <string>
#include <vector>

namespace hookspect::base {

/// The texts as argv and environ are written: a pointer to each, null behind the last. They live as long as
/// the texts.
[[nodiscard]] inline std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace hookspect::base
