#include "capture/input_buffer.h"

#include "event/structurals.h"

#include <cstring>
#include <utility>

namespace hookspect {
namespace {

constexpr std::size_t smallest_capacity = 256 * 1024;
constexpr std::size_t smallest_read = 64 * 1024;

}  // namespace

ByteStream stream_from(Source& source) {
    return {[&source](std::span<char> space) { return source.read(space); },
            [&source] { return source.would_block(); }};
}

InputBuffer::InputBuffer(std::function<void()> before_waiting) : before_waiting_(std::move(before_waiting)) {}

void InputBuffer::attach(ByteStream stream) {
    stream_ = std::move(stream);
    begin_ = 0;
    end_ = 0;
    ended_ = false;
    error_.reset();
}

void InputBuffer::make_room() {
    if (capacity_ - end_ >= smallest_read) return;
    const std::size_t used = end_ - begin_;
    if (capacity_ - used >= smallest_read && begin_ > 0) {
        std::memmove(bytes_.get(), bytes_.get() + begin_, used);
    } else {
        const std::size_t capacity = std::max(smallest_capacity, capacity_ + capacity_ / 2);
        auto larger = std::make_unique_for_overwrite<char[]>(capacity + padding);
        // A decoder that reads on behind a number stops here, whatever was left in the buffer.
        std::memset(larger.get() + capacity, 0, padding);
        if (used > 0) std::memcpy(larger.get(), bytes_.get() + begin_, used);
        bytes_ = std::move(larger);
        capacity_ = capacity;
    }
    begin_ = 0;
    end_ = used;
}

void InputBuffer::remove(std::size_t from, std::size_t count) {
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

}  // namespace hookspect
