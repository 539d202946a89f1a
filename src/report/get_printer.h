#pragma once

#include "capture/body.h"
#include "ops/get.h"

#include <string>

namespace hookspect {

/// Prints what `get` finds, in the format of the options: begin() once, add() for each event, end() once.
class GetPrinter {
public:
    /// `options` must live as long.
    explicit GetPrinter(const GetOptions& options) : options_(options) {}

    void begin(std::string& out);

    /// Appends what an event has. Prints nothing where no path is set, unless all events are asked for, nor
    /// of a body without an event.
    void add(std::string& out, const Body& body);

    void end(std::string& out) const;

    /// Whether some path was missing in some event: status 1 with -e.
    [[nodiscard]] bool missed() const { return missed_; }

private:
    const GetOptions& options_;
    GetRow row_;
    bool first_ = true;
    bool missed_ = false;
};

}  // namespace hookspect
