#pragma once

#include "event/body.h"
#include "intake/envelope/payload.h"
#include "intake/framing/reader.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace hookspect::ops {

/// Of each resource and id only the last event, in input order. Keeps the bytes of one event for each id, so
/// that memory grows with the ids; a body that cannot be read, and an event that names no id, is kept as it
/// is.
class Latest {
public:
    explicit Latest(const intake::ReadOptions& options)
        : decoder_(options.limits, options.at, options.selection) {}

    void add(const event::Body& body);

    /// Adds what another one has kept, of bodies behind these.
    void add(Latest&& later);

    /// Hands over what is left, until `use` returns false.
    void each(const std::function<bool(const event::Body&)>& use);

    /// Events in memory: at most about twice as many as are left.
    [[nodiscard]] std::size_t held() const { return kept_.size(); }

private:
    struct Kept {
        std::string source;
        std::string bytes;  // with the padding that a decoder needs behind them
        event::Body body;   // its views are set again when it is handed over
        bool replaced = false;
    };

    intake::BodyDecoder decoder_;
    std::vector<Kept> kept_;
    std::size_t replaced_ = 0;                           // of these
    std::unordered_map<std::string, std::size_t> last_;  // by resource and id, into kept_

    void point_to(std::string&& identity, std::size_t index);
    void compact();
    void restore(Kept& kept);
};

}  // namespace hookspect::ops
