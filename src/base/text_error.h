#pragma once

#include <cstddef>
#include <string>

namespace hookspect::base {

/// What is wrong with a text that a user gave (a path, an expression), and where: bytes from 0 in that text,
/// for a caret.
struct TextError {
    std::string message;  // without a final stop
    std::size_t offset = 0;
    std::size_t size = 0;  // bytes that are meant; at least 1 column is marked
    std::string hint;      // `did you mean campaign.title.nl?`; may be empty
};

}  // namespace hookspect::base
