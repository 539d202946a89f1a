#include "event/json_printer.h"

#include "base/json_text.h"
#include "event/structurals.h"

#include <algorithm>
#include <cstring>

namespace hookspect {
namespace {

/// Bytes that may be written behind what is asked for: short texts are copied in pieces of one size, which
/// needs no branch. As many can be read behind any text of a body.
constexpr std::size_t piece = 32;
static_assert(piece <= padding);

/// Room for the punctuation around a value.
constexpr std::size_t slack = 64 + piece;

constexpr std::size_t indent = 2;

}  // namespace

void JsonPrinter::append(std::string& out, const Event& event) {
    event_ = &event;
    if (buffer_.empty()) grow(slack);
    at_ = buffer_.data();
    depth_ = 0;
    put(0);
    out.append(buffer_.data(), static_cast<std::size_t>(at_ - buffer_.data()));
}

void JsonPrinter::put(SlotIndex index) {
    const Slot& slot = (*event_)[index];
    if (slot.kind == Kind::object || slot.kind == Kind::array) {
        put_container(index);
    } else {
        put_scalar(slot);
    }
}

/// No deeper than the event: Limits::depth bounds that.
void JsonPrinter::put_container(SlotIndex index) {
    const Event& event = *event_;
    const bool object = event[index].kind == Kind::object;
    const SlotIndex end = event.end(index);
    reserve(0);
    put_char(object ? '{' : '[');
    ++depth_;
    for (SlotIndex i = event.first(index); i != end; i = event.next(i)) {
        if (i != event.first(index)) put_char(',');
        if (indented_) break_line();
        if (object) put_key(event[i]);
        put(i);
    }
    --depth_;
    if (indented_ && event.first(index) != end) break_line();
    reserve(0);
    put_char(object ? '}' : ']');
}

void JsonPrinter::put_scalar(const Slot& slot) {
    const bool quoted = slot.kind == Kind::string;
    if (event_->encoding == Encoding::json) return put_written(event_->raw(slot), quoted);
    put_decoded(slot.kind == Kind::null ? std::string_view("null") : event_->raw(slot), quoted);
}

void JsonPrinter::put_key(const Slot& slot) {
    if (event_->encoding == Encoding::json) {
        put_written(event_->raw_key(slot), true);
    } else {
        put_decoded(event_->raw_key(slot), true);
    }
    put_char(':');
    if (indented_) put_char(' ');
}

/// Text of a body, with the quotes around it.
void JsonPrinter::put_written(std::string_view text, bool quoted) {
    const char* from = text.data() - (quoted ? 1 : 0);
    const std::size_t size = text.size() + (quoted ? 2 : 0);
    reserve(size);
    if (size <= piece) {
        std::memcpy(at_, from, piece);
    } else {
        std::memcpy(at_, from, size);
    }
    at_ += size;
}

void JsonPrinter::put_decoded(std::string_view text, bool quoted) {
    scratch_.clear();
    quoted ? append_json_string(scratch_, text) : void(scratch_.append(text));
    reserve(scratch_.size());
    std::memcpy(at_, scratch_.data(), scratch_.size());
    at_ += scratch_.size();
}

void JsonPrinter::break_line() {
    const std::size_t blanks = indent * depth_;
    reserve(blanks);
    put_char('\n');
    std::memset(at_, ' ', piece);
    if (blanks > piece) std::memset(at_, ' ', blanks);
    at_ += blanks;
}

void JsonPrinter::grow(std::size_t size) {
    const std::size_t used = buffer_.empty() ? 0 : static_cast<std::size_t>(at_ - buffer_.data());
    buffer_.resize((used + size + slack) * 2);
    at_ = buffer_.data() + used;
    end_ = buffer_.data() + buffer_.size() - slack;
}

}  // namespace hookspect
