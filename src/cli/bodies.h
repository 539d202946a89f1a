#pragma once

#include "capture/body.h"
#include "cli/settings.h"
#include "term/output.h"

#include <cstdint>
#include <functional>

namespace hookspect {

struct RunResult {
    std::uint64_t bodies = 0;       // that reached the command
    bool unreadable_input = false;  // told on standard error
    bool nothing_to_read = false;   // a terminal on standard input, and no FILE
};

/// Hands every body of the inputs that the settings name and choose to `use`, in order, until `use` returns
/// false or the limit is reached. Inputs that cannot be read are told on standard error; the others are still
/// read. Before a read that may wait, `output` is written.
[[nodiscard]] RunResult read_bodies(const Settings& settings, Output& output,
                                    const std::function<bool(const Body&)>& use);

}  // namespace hookspect
