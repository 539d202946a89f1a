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
    append_walked(out, event, NoReplacement());
}

void JsonPrinter::append(std::string& out, const Event& event, const Replacer& replacer) {
    append_walked(out, event, replacer);
}

template <typename Hook>
void JsonPrinter::append_walked(std::string& out, const Event& event, const Hook& hook) {
    event_ = &event;
    depth_ = 0;
    char* const begin = reserve(buffer_.data(), event[0].size);
    const char* const end = walk_.run<Repeats::all>(event, 0, *this, begin, hook);
    out.append(buffer_.data(), static_cast<std::size_t>(end - buffer_.data()));
}

/// What a JSON body has as a container's text will be needed for it.
char* JsonPrinter::begin(char* at, SlotIndex /*index*/, const Slot& slot, bool member, bool first) {
    at = reserve(at, indent * depth_ + slot.key_size + slot.size);
    if (!first) *at++ = ',';
    if (indented_) at = break_line(at);
    return member ? put_key(at, slot) : at;
}

char* JsonPrinter::open(char* at, SlotIndex /*index*/, const Slot& slot) {
    *at++ = slot.kind == Kind::object ? '{' : '[';
    ++depth_;
    return at;
}

char* JsonPrinter::close(char* at, SlotIndex /*index*/, const Slot& slot, bool empty) {
    --depth_;
    at = reserve(at, indent * depth_);
    if (indented_ && !empty) at = break_line(at);
    *at++ = slot.kind == Kind::object ? '}' : ']';
    return at;
}

char* JsonPrinter::replace(char* at, SlotIndex /*index*/, const Replacement& replacement) {
    std::string json;
    if (replacement.kind == Kind::string) {
        base::append_json_string(json, replacement.text);
    } else {
        json = replacement.text;
    }
    at = reserve(at, json.size());
    return std::copy(json.begin(), json.end(), at);
}

char* JsonPrinter::scalar(char* at, SlotIndex /*index*/, const Slot& slot) {
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
