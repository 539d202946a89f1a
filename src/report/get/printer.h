#pragma once

#include "event/body.h"
#include "ops/get.h"

#include <string>
#include <string_view>

namespace hookspect::report {

/// Prints what `get` finds, in the format of the options: begin() once, add() for each event, end() once.
class GetPrinter {
public:
    /// `options` must live as long.
    explicit GetPrinter(const ops::GetOptions& options) : options_(options) {}

    void begin(std::string& out);

    /// Appends what an event has. Prints nothing where no path is set, unless all events are asked for, nor
    /// of a body without an event.
    void add(std::string& out, const event::Body& body);

    /// `printed`: add() has printed something.
    void end(std::string& out, bool printed) const;

    /// What comes between what add() prints for two events.
    [[nodiscard]] std::string_view separator() const;

    /// A printer of part of the run. Neither begin() nor end() is called for it.
    [[nodiscard]] GetPrinter part() const { return GetPrinter(options_); }

    /// Adds what a part has seen.
    void join(const GetPrinter& part) { missed_ |= part.missed_; }

    /// Whether some path was missing in some event: status 1 with -e.
    [[nodiscard]] bool missed() const { return missed_; }

private:
    const ops::GetOptions& options_;
    ops::GetRow row_;
    bool missed_ = false;
};

}  // namespace hookspect::report
