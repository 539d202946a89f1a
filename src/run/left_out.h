#pragma once

#include "event/body.h"
#include "output/output.h"
#include "run/status.h"

#include <cstdint>

namespace hookspect::run {

/// What a run leaves out of its results: bodies that cannot be read or are too much for it. Each is reported,
/// and the status is `unreadable`.
class LeftOut {
public:
    /// Whether this body is one.
    [[nodiscard]] bool takes(const event::Body& body, output::Printed& printed);

    /// Leaves out an event that can be read, for what `fault` says.
    void leave(event::Body body, event::Fault fault, output::Printed& printed);

    /// Adds what a part of the run has left out.
    void add(const LeftOut& part) { count_ += part.count_; }

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] Status status() const { return count_ > 0 ? Status::unreadable : Status::good; }

private:
    std::uint64_t count_ = 0;
};

/// Reports on standard error that a body which could not be read is left out of the results, in the form that
/// editors parse. Where a limit is the reason, the option that raises it is named.
void tell_left_out(const event::Body& body, output::Printed& printed);

}  // namespace hookspect::run
