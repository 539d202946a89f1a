#pragma once

#include "event/body.h"
#include "ops/get.h"
#include "report/first_item.h"

#include <string>

namespace hookspect::report {

/// Prints what `get` finds, in the format of the options: begin() once, add() for each event, end() once.
class GetPrinter {
public:
    /// `options` must live as long.
    explicit GetPrinter(const ops::GetOptions& options, FirstItem first = {})
        : options_(options), first_(first) {}

    void begin(std::string& out);

    /// Appends what an event has. Prints nothing where no path is set, unless all events are asked for, nor
    /// of a body without an event.
    void add(std::string& out, const event::Body& body);

    void end(std::string& out) const;

    /// A printer of part of the run, which takes it that something was printed before. Neither begin() nor
    /// end() is called for it.
    [[nodiscard]] GetPrinter part() const { return GetPrinter(options_, FirstItem::of_part()); }

    /// Adds what a part has seen, so that what it printed can follow. False where it cannot.
    [[nodiscard]] bool join(const GetPrinter& part);

    /// Whether some path was missing in some event: status 1 with -e.
    [[nodiscard]] bool missed() const { return missed_; }

private:
    const ops::GetOptions& options_;
    ops::GetRow row_;
    FirstItem first_;
    bool missed_ = false;
};

}  // namespace hookspect::report
