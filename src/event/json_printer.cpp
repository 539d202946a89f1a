#include "event/json_printer.h"

#include "base/byte_block.h"
#include "base/json_text.h"
#include "event/structurals.h"

#include <algorithm>
#include <cstring>

namespace hookspect::event {
namespace {

/// Bytes that may be written behind what is asked for: short texts are copied in pieces of one size, which
/// needs no branch. As many can be read behind any text of a body.
constexpr std::size_t piece = 32;
static_assert(piece <= padding && base::block_size <= piece);

/// Room for the punctuation around a value.
constexpr std::size_t slack = 64 + piece;

constexpr std::size_t indent = 2;

bool is_container(const Slot& slot) {
    return slot.kind == Kind::object || slot.kind == Kind::array;
}

/// Copies text of a body, for which there is room.
char* put_raw(char* at, const char* text, std::size_t size) {
    if (size <= piece) {
        std::memcpy(at, text, piece);
    } else {
        std::memcpy(at, text, size);
    }
    return at + size;
}

}  // namespace

void JsonPrinter::append(std::string& out, const Event& event) {
    event_ = &event;
    depth_ = 0;
    const Slot& root = event[0];
    char* at = reserve(buffer_.data(), root.size);
    at = is_container(root) ? put_container(at, 0) : put_scalar(at, root);
    out.append(buffer_.data(), static_cast<std::size_t>(at - buffer_.data()));
}

/// No deeper than the event: Limits::depth bounds that.
char* JsonPrinter::put_container(char* at, SlotIndex index) {
    const Slot* const slots = event_->slots.data();
    const SlotIndex first = index + 1;
    const SlotIndex end = slots[index].next;
    const bool object = slots[index].kind == Kind::object;
    *at++ = object ? '{' : '[';
    ++depth_;
    for (SlotIndex i = first; i != end; i = slots[i].next) {
        const Slot& slot = slots[i];
        // What stands in a JSON body as a container's text will be needed for it.
        at = reserve(at, indent * depth_ + slot.key_size + slot.size);
        if (i != first) *at++ = ',';
        if (indented_) at = break_line(at);
        if (object) at = put_key(at, slot);
        at = is_container(slot) ? put_container(at, i) : put_scalar(at, slot);
    }
    --depth_;
    at = reserve(at, indent * depth_);
    if (indented_ && first != end) at = break_line(at);
    *at++ = object ? '}' : ']';
    return at;
}

char* JsonPrinter::put_scalar(char* at, const Slot& slot) {
    const std::string_view raw = event_->raw(slot);
    const bool quoted = slot.kind == Kind::string;
    if (event_->encoding == Encoding::json) {
        return put_raw(at, raw.data() - (quoted ? 1 : 0), raw.size() + (quoted ? 2 : 0));
    }
    if (quoted) return put_decoded(at, raw);
    if (slot.kind != Kind::null) return put_raw(at, raw.data(), raw.size());
    constexpr std::string_view null = "null";
    return std::copy(null.begin(), null.end(), at);
}

char* JsonPrinter::put_key(char* at, const Slot& slot) {
    const std::string_view raw = event_->raw_key(slot);
    const bool written = event_->encoding == Encoding::json;
    at = written ? put_raw(at, raw.data() - 1, raw.size() + 2) : put_decoded(at, raw);
    *at++ = ':';
    if (indented_) *at++ = ' ';
    return at;
}

/// A string, from what it means. A long one goes in parts, as most need no room for escapes.
char* JsonPrinter::put_decoded(char* at, std::string_view text) {
    constexpr std::size_t part = 4096;
    *at++ = '"';
    for (std::size_t from = 0; from < text.size(); from += part) {
        const std::string_view now = text.substr(from, part);
        at = reserve(at, now.size() * base::longest_json_escape);
        at = base::write_json_characters(at, now);
    }
    *at++ = '"';
    return at;
}

char* JsonPrinter::break_line(char* at) const {
    const std::size_t blanks = indent * depth_;
    *at++ = '\n';
    std::memset(at, ' ', piece);
    if (blanks > piece) std::memset(at, ' ', blanks);
    return at + blanks;
}

char* JsonPrinter::grow(const char* at, std::size_t size) {
    const std::size_t used = buffer_.empty() ? 0 : static_cast<std::size_t>(at - buffer_.data());
    buffer_.resize((used + size + slack) * 2);
    end_ = buffer_.data() + buffer_.size() - slack;
    return buffer_.data() + used;
}

}  // namespace hookspect::event
