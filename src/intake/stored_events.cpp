#include "intake/stored_events.h"

#include "event/structurals.h"
#include "intake/source/spool.h"

#include <algorithm>
#include <utility>

namespace hookspect::intake {
namespace {

base::Error has_changed(const std::string& name) {
    return {name + " changed while it was being read", {}};
}

}  // namespace

base::Result<Source> StoredEvents::open(const std::string& path) {
    auto source = Source::open(path);
    if (!source) return source;
    const bool by_name = source->can_be_read_again() && path != "-";
    if (!source->can_be_read_again()) source = spool(*source);
    if (!source) return source;
    Input input{path, source->position()};
    if (!by_name) {
        auto kept = source->duplicate();
        if (!kept) return kept;
        input.kept = std::move(*kept);
    }
    by_path_[path] = static_cast<std::uint32_t>(inputs_.size());
    inputs_.push_back(std::move(input));
    return source;
}

StoredEvent StoredEvents::place_of(const event::Body& body) const {
    return {.offset = body.start.offset,
            .size = static_cast<std::uint32_t>(body.bytes.size()),
            .input = by_path_.at(std::string(body.source)),
            .number = static_cast<std::uint32_t>(body.number),
            .line = static_cast<std::uint32_t>(body.start.line),
            .encoding = body.encoding};
}

base::Result<const Source*> StoredEvents::source_of(std::size_t input) {
    const Input& of = inputs_[input];
    if (of.kept) return &*of.kept;
    if (!opened_ || opened_input_ != input) {
        auto source = Source::open(of.path);
        if (!source) return source.error();
        opened_ = std::move(*source);
        opened_input_ = input;
    }
    return &*opened_;
}

/// Reads the event's bytes, and those behind it where events are asked for one after the other.
std::optional<base::Error> StoredEvents::hold(const StoredEvent& event) {
    const auto source = source_of(event.input);
    if (!source) return source.error();
    constexpr std::size_t ahead = 256 * 1024;
    const bool in_order =
        event.input == held_.input && event.offset >= behind_ && event.offset - behind_ < ahead;
    const std::size_t wanted = in_order ? std::max<std::size_t>(event.size, ahead) : event.size;
    held_ = event;
    held_.size = 0;
    bytes_.resize(wanted + event::padding);
    const std::uint64_t begin = inputs_[event.input].begin + event.offset;
    while (held_.size < event.size) {
        const auto count =
            (*source)->read_at(begin + held_.size, {bytes_.data() + held_.size, wanted - held_.size});
        if (!count) return count.error();
        if (*count == 0) return has_changed(name_of(event));
        held_.size += static_cast<std::uint32_t>(*count);
    }
    return std::nullopt;
}

base::Result<std::string_view> StoredEvents::bytes(const StoredEvent& event) {
    const bool held = event.input == held_.input && event.offset >= held_.offset &&
                      event.offset + event.size <= held_.offset + held_.size;
    if (!held) {
        if (const auto error = hold(event)) return *error;
    }
    behind_ = event.offset + event.size;
    return std::string_view(bytes_).substr(event.offset - held_.offset, event.size);
}

base::Result<const event::Event*> StoredEvents::event(const StoredEvent& event) {
    const auto read = bytes(event);
    if (!read) return read.error();
    if (!decoder_.decode_again(*read, event.encoding)) return has_changed(name_of(event));
    return &decoder_.event();
}

}  // namespace hookspect::intake
