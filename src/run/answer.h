#pragma once

#include <cstdint>

namespace hookspect::run {

/// What a stage answers when it is handed a body, or the work that a thread has done apart.
enum class Answer : std::uint8_t {
    go_on,
    next_source,  // nothing more of this input
    stop,         // nothing more at all
    not_mine,     // nothing was done: the bodies are to be handed over one by one, in order
};

}  // namespace hookspect::run
