#pragma once

#include "event/body.h"
#include "event/selection.h"
#include "intake/framing/reader.h"

#include <cstdint>
#include <string>

namespace hookspect::run {

/// What the bodies of a run are, before any is chosen. An event is a body that decodes to an object with an
/// object `event`.
class Census {
public:
    /// Counts a body. `reading`: how it was read.
    void add(const event::Body& body, const intake::ReadOptions& reading);

    /// Adds what was counted of bodies after these.
    void join(const Census& later);

    [[nodiscard]] std::uint64_t bodies() const { return bodies_; }
    [[nodiscard]] std::uint64_t events() const { return events_; }
    /// Bodies that can be read and are not events.
    [[nodiscard]] std::uint64_t others() const { return others_; }

    /// The place of the first of them, `FILE:LINE`.
    [[nodiscard]] const std::string& first_place() const { return first_place_; }
    /// How to reach an event inside it, empty where there is none: `--at /body reads the event there`.
    [[nodiscard]] const std::string& hint() const { return hint_; }

private:
    std::uint64_t bodies_ = 0;
    std::uint64_t events_ = 0;
    std::uint64_t others_ = 0;
    std::string first_place_;
    std::string hint_;

    void note_first(const event::Body& body, const intake::ReadOptions& reading);
};

/// Wants what a census looks at.
void select_census(event::Selection& selection);

}  // namespace hookspect::run
