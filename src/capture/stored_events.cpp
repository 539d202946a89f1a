#include "capture/stored_events.h"

#include "capture/spool.h"
#include "event/structurals.h"

#include <utility>

namespace hookspect {
namespace {

Error has_changed(const std::string& name) {
    return {name + " has changed while it was read", {}};
}

}  // namespace

Result<Source> StoredEvents::open(const std::string& path) {
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
    inputs_.push_back(std::move(input));
    return source;
}

StoredEvent StoredEvents::place_of(const Body& body) const {
    return {.offset = body.start.offset,
            .size = static_cast<std::uint32_t>(body.bytes.size()),
            .input = static_cast<std::uint32_t>(inputs_.size() - 1),
            .number = static_cast<std::uint32_t>(body.number),
            .encoding = body.encoding};
}

Result<const Source*> StoredEvents::source_of(std::size_t input) {
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

Result<std::string_view> StoredEvents::bytes(const StoredEvent& event) {
    const auto source = source_of(event.input);
    if (!source) return source.error();
    bytes_.resize(event.size + padding);
    for (std::size_t done = 0; done < event.size;) {
        const auto count = (*source)->read_at(inputs_[event.input].begin + event.offset + done,
                                              {bytes_.data() + done, event.size - done});
        if (!count) return count.error();
        if (*count == 0) return has_changed(name_of(event));
        done += *count;
    }
    return std::string_view(bytes_).substr(0, event.size);
}

Result<const Event*> StoredEvents::event(const StoredEvent& event) {
    const auto read = bytes(event);
    if (!read) return read.error();
    if (!decoder_.decode_again(*read, event.encoding)) return has_changed(name_of(event));
    return &decoder_.event();
}

}  // namespace hookspect
