#pragma once

#include "base/result.h"
#include "event/body.h"
#include "intake/envelope/payload.h"
#include "intake/framing/reader.h"
#include "intake/source/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hookspect::intake {

/// Where an event stands in the inputs of StoredEvents.
struct StoredEvent {
    std::uint64_t offset = 0;  // bytes
    std::uint32_t size = 0;    // bytes
    std::uint32_t input = 0;
    std::uint32_t number = 0;  // of the event in its input, from 1
    std::uint32_t line = 0;    // on which it starts
    event::Encoding encoding = event::Encoding::json;
};

/// Inputs whose events can be read a second time, in any order, without having been kept in memory.
class StoredEvents {
public:
    explicit StoredEvents(const ReadOptions& options) : decoder_(options.limits, options.at) {}

    /// Opens an input, to be read once from its beginning. What cannot be read again is copied to a temporary
    /// file first. Errors: it cannot be opened, or not be copied.
    [[nodiscard]] base::Result<Source> open(const std::string& path);

    /// Where the event of a body stands, which was read from one of the inputs.
    [[nodiscard]] StoredEvent place_of(const event::Body& body) const;

    [[nodiscard]] const std::string& name_of(const StoredEvent& event) const {
        return inputs_[event.input].path;
    }

    /// The bytes of an event, valid until the next call. Errors: its input cannot be read, or has become
    /// shorter.
    [[nodiscard]] base::Result<std::string_view> bytes(const StoredEvent& event);

    /// The event itself, likewise. Errors: there is no event any more.
    [[nodiscard]] base::Result<const event::Event*> event(const StoredEvent& event);

private:
    struct Input {
        std::string path;
        std::uint64_t begin = 0;       // where the first byte that was read stands in it
        std::optional<Source> kept{};  // what cannot be opened once more
    };

    BodyDecoder decoder_;
    std::vector<Input> inputs_;
    std::unordered_map<std::string, std::uint32_t> by_path_;
    std::optional<Source> opened_;  // of the inputs that can be
    std::size_t opened_input_ = 0;
    std::string bytes_;         // a piece of an input, and padding
    StoredEvent held_;          // where that piece stands
    std::uint64_t behind_ = 0;  // the last event that was asked for

    [[nodiscard]] base::Result<const Source*> source_of(std::size_t input);
    [[nodiscard]] std::optional<base::Error> hold(const StoredEvent& event);
};

}  // namespace hookspect::intake
