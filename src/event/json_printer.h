#pragma once

#include "event/event.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// How a JSON text is laid out.
enum class JsonLayout : std::uint8_t {
    line,      // without blanks
    indented,  // each member and element on a line of its own, two blanks for each level; `{}` and `[]`
};

/// Writes events as JSON, straight from the tape: numbers keep their text, strings that were JSON their
/// escapes, keys their order, and repeated keys are all written. The event must have been decoded whole. Its
/// memory is kept from event to event.
class JsonPrinter {
public:
    explicit JsonPrinter(JsonLayout layout) : indented_(layout == JsonLayout::indented) {}

    /// Appends the event, without a line end.
    void append(std::string& out, const Event& event);

private:
    bool indented_;
    const Event* event_ = nullptr;
    std::vector<char> buffer_;  // longer than what stands in it
    char* end_ = nullptr;       // behind this there is `slack`
    std::size_t depth_ = 0;

    // Each writes at the end of what stands in the buffer, and returns where that is now: kept in a register,
    // as any byte that is written might be a part of this object.
    [[nodiscard]] char* put_container(char* at, SlotIndex index);
    [[nodiscard]] char* put_scalar(char* at, const Slot& slot);
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
