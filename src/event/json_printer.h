#pragma once

#include "event/event.h"
#include "event/tape_walk.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// How a JSON text is laid out.
enum class JsonLayout : std::uint8_t {
    line,      // without blanks
    indented,  // each member and element on a line of its own, two blanks for each level; `{}` and `[]`
};

using Replacer = std::function<std::optional<Replacement>(const Event&, SlotIndex)>;

/// Writes events as JSON, straight from the tape: numbers keep their text, strings that were JSON their
/// escapes, keys their order, and repeated keys are all written. The event must have been decoded whole. Its
/// memory is kept from event to event.
class JsonPrinter {
public:
    explicit JsonPrinter(JsonLayout layout) : indented_(layout == JsonLayout::indented) {}

    /// Appends the event, without a line end.
    void append(std::string& out, const Event& event);
    /// The same with the values that the hook replaces.
    void append(std::string& out, const Event& event, const Replacer& replacer);

private:
    friend class TapeWalk;

    bool indented_;
    const Event* event_ = nullptr;
    std::vector<char> buffer_;  // longer than what stands in it
    char* end_ = nullptr;       // behind this there is `slack`
    std::size_t depth_ = 0;
    TapeWalk walk_;

    template <typename Hook>
    void append_walked(std::string& out, const Event& event, const Hook& hook);

    // Each writes at the end of what is in the buffer, and returns where that is now: kept in a register, as
    // any byte that is written might be a part of this object.
    using Position = char*;
    [[nodiscard, gnu::always_inline]] inline char* begin(char* at, SlotIndex index, const Slot& slot,
                                                         bool member, bool first);
    [[nodiscard, gnu::always_inline]] inline char* scalar(char* at, SlotIndex index, const Slot& slot);
    [[nodiscard, gnu::always_inline]] inline char* open(char* at, SlotIndex index, const Slot& slot);
    [[nodiscard, gnu::always_inline]] inline char* close(char* at, SlotIndex index, const Slot& slot,
                                                         bool empty);
    [[nodiscard]] char* replace(char* at, SlotIndex index, const Replacement& replacement);
    [[nodiscard]] char* end(char* at, SlotIndex /*index*/) { return at; }

    [[nodiscard]] char* put_key(char* at, const Slot& slot);
    [[nodiscard]] char* put_decoded(char* at, std::string_view text);
    [[nodiscard]] char* break_line(char* at) const;
    /// Room for `size` bytes and some punctuation, which may have gone beyond `end_` before.
    [[nodiscard]] char* reserve(char* at, std::size_t size) {
        return at < end_ && static_cast<std::size_t>(end_ - at) >= size ? at : grow(at, size);
    }
    [[nodiscard]] char* grow(const char* at, std::size_t size);
};

}  // namespace hookspect::event
