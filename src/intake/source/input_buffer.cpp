#include "intake/source/input_buffer.h"

#include "event/structurals.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace hookspect::intake {
namespace {

constexpr std::size_t smallest_capacity = 256 * 1024;
constexpr std::size_t smallest_read = 64 * 1024;

}  // namespace

ByteStream stream_from(Source& source) {
    return {.read = [&source](std::span<char> space) { return source.read(space); },
            .would_block = [&source] { return source.would_block(); }};
}

InputBuffer::InputBuffer(std::function<void()> before_waiting) : before_waiting_(std::move(before_waiting)) {}

void InputBuffer::attach(ByteStream stream) {
    stream_ = std::move(stream);
    window_ = stream_.lent.empty() ? bytes_.get() : stream_.lent.data();
    begin_ = 0;
    end_ = stream_.lent.size();
    ended_ = false;
    error_.reset();
}

/// Puts what is not used yet at the front of memory of its own, with room behind it.
void InputBuffer::make_room() {
    if (!is_lent() && capacity_ - end_ >= smallest_read) return;
    const std::size_t used = end_ - begin_;
    const bool fits = capacity_ >= used + smallest_read && (is_lent() || begin_ > 0);
    if (fits) {
        std::memmove(bytes_.get(), window_ + begin_, used);
    } else {
        const std::size_t capacity =
            std::max({smallest_capacity, capacity_ + capacity_ / 2, used + smallest_read});
        auto larger = std::make_unique_for_overwrite<char[]>(capacity + event::padding);
        // A decoder that reads on behind a number stops here, whatever was left in the buffer.
        std::memset(larger.get() + capacity, 0, event::padding);
        if (used > 0) std::memcpy(larger.get(), window_ + begin_, used);
        bytes_ = std::move(larger);
        capacity_ = capacity;
    }
    window_ = bytes_.get();
    begin_ = 0;
    end_ = used;
}

void InputBuffer::remove(std::size_t from, std::size_t count) {
    if (is_lent()) make_room();
    char* at = bytes_.get() + begin_ + from;
    const std::size_t behind = end_ - begin_ - from - count;
    std::memmove(at, at + count, behind);
    end_ -= count;
}

bool InputBuffer::fill() {
    if (ended_) return false;
    make_room();
    if (stream_.would_block()) before_waiting_();
    const auto count = stream_.read({bytes_.get() + end_, capacity_ - end_});
    if (!count) error_ = count.error();
    if (!count || *count == 0) {
        ended_ = true;
        return false;
    }
    end_ += *count;
    return true;
}

}  // namespace hookspect::intake
