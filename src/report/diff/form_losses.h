#pragma once

#include "event/body.h"
#include "event/form_loss.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace hookspect::report {

/// What a run could not carry into form bodies, by kind.
class FormLosses {
public:
    void add(const event::Body& body, std::span<const event::LostInForm> lost);

    /// Adds what a part of the run further on could not carry.
    void add(const FormLosses& later);

    /// Appends a line for each kind that there is: how many, and where the first one is.
    void append_to(std::string& out) const;

private:
    struct Kind {
        std::uint64_t count = 0;
        std::string first;  // `deliveries.ndjson:3 at /person/points`, safe for a terminal
    };
    std::array<Kind, event::form_losses> kinds_{};
};

}  // namespace hookspect::report
