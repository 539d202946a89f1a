#pragma once

#include "event/kept_body.h"
#include "intake/envelope/payload.h"
#include "intake/framing/reader.h"
#include "ops/latest.h"

#include <functional>

namespace hookspect::run {

/// The stage of --latest: holds back all bodies until the end of the run, and then hands on, of each resource
/// and id, only the last event. A body that cannot be read, and an event that names no id, is handed on too.
class LatestStage {
public:
    explicit LatestStage(const intake::ReadOptions& reading)
        : decoder_(reading.limits, reading.at, reading.selection) {}

    void add(const event::Body& body);

    /// Adds what another one holds, of bodies after these.
    void join(LatestStage& later) { latest_.add(std::move(later.latest_)); }

    /// Hands on what is left, in the order of the input, until `use` returns false.
    void each(const std::function<bool(const event::Body&)>& use);

private:
    intake::BodyDecoder decoder_;
    ops::Latest<event::KeptBody> latest_;
};

}  // namespace hookspect::run
