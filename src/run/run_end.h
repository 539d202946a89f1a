#pragma once

#include "event/body.h"
#include "output/output.h"
#include "run/bodies.h"
#include "run/options.h"
#include "run/status.h"

namespace hookspect::run {

/// Ends a run: writes what is left, and returns the highest of all statuses. Standard input that is a
/// terminal is wrong usage. Where nothing could be read, or all of it was left out, the file of -o stays as
/// it was.
[[nodiscard]] int end_run(output::Output& output, const RunResult& result, int status);

/// The same for a command that needs at least one event: tells if there was none.
[[nodiscard]] int end_run_with_events(const Options& options, std::span<const std::string> files,
                                      output::Output& output, const RunResult& result, int status);

/// What a run leaves out of its results: bodies that cannot be read or are too much for it. Each is told, and
/// the status is `unreadable`.
class LeftOut {
public:
    /// Whether this body is one.
    [[nodiscard]] bool takes(const event::Body& body, output::Printed& printed);

    /// Leaves out an event that can be read, for what `fault` says.
    void leave(event::Body body, event::Fault fault, output::Printed& printed);

    /// Adds what a part of the run has left out.
    void add(const LeftOut& part) { count_ += part.count_; }

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] int status() const { return count_ > 0 ? Status::unreadable : Status::good; }

private:
    std::uint64_t count_ = 0;
};

/// Tells on standard error that a body which could not be read is left out of the results, in the form that
/// editors parse. Where a limit is the reason, the option that raises it is named.
void tell_left_out(const event::Body& body, output::Printed& printed);

}  // namespace hookspect::run
