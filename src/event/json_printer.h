#pragma once

#include "event/event.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect {

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
    char* at_ = nullptr;        // the end of what stands in it
    char* end_ = nullptr;       // behind this there is `slack`
    std::size_t depth_ = 0;
    std::string scratch_;

    void put(SlotIndex index);
    void put_container(SlotIndex index);
    void put_scalar(const Slot& slot);
    void put_key(const Slot& slot);
    void put_written(std::string_view text, bool quoted);
    void put_decoded(std::string_view text, bool quoted);
    void put_char(char c) { *at_++ = c; }
    void break_line();
    /// Room for a text and some punctuation, which may have gone beyond `end_` before.
    void reserve(std::size_t size) {
        if (at_ >= end_ || static_cast<std::size_t>(end_ - at_) < size) grow(size);
    }
    void grow(std::size_t size);
};

}  // namespace hookspect
