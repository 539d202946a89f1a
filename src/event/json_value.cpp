#include "event/json_value.h"

#include "base/json_text.h"
#include "event/tape_walk.h"

#include <string_view>

namespace hookspect::event {
namespace {

enum class Strings : std::uint8_t {
    as_written,  // the escapes of a JSON body stay
    readable,    // decoded, and escaped where they must be
};

/// Appends compact JSON to a string.
template <Strings strings>
class CompactJson {
public:
    using Position = std::size_t;  // the string's size

    CompactJson(std::string& out, const Event& event, std::size_t most = std::string::npos)
        : out_(out), event_(event), most_(most > std::string::npos - out.size() ? most : out.size() + most) {}

    Position begin(Position /*at*/, SlotIndex /*index*/, const Slot& slot, bool member, bool first) {
        if (!first) out_.push_back(',');
        if (member) put_key(slot);
        return out_.size();
    }

    Position scalar(Position /*at*/, SlotIndex /*index*/, const Slot& slot) {
        switch (slot.kind) {
            case Kind::string: put_string(slot); break;
            case Kind::null: out_.append("null"); break;
            default: out_.append(event_.raw(slot)); break;
        }
        return out_.size();
    }

    Position open(Position /*at*/, SlotIndex /*index*/, const Slot& slot) {
        out_.push_back(slot.kind == Kind::object ? '{' : '[');
        return out_.size();
    }

    Position close(Position /*at*/, SlotIndex /*index*/, const Slot& slot, bool /*empty*/) {
        out_.push_back(slot.kind == Kind::object ? '}' : ']');
        return out_.size();
    }

    Position end(Position at, SlotIndex /*index*/) { return at; }

    [[nodiscard]] bool full(Position at) const { return at >= most_; }

private:
    std::string& out_;
    const Event& event_;
    std::size_t most_;
    std::string scratch_;

    /// The text between the quotes of a JSON body can be taken as it is.
    [[nodiscard]] bool keeps_text() const {
        return strings == Strings::as_written && event_.encoding == Encoding::json;
    }

    void put_string(const Slot& slot) {
        if (!keeps_text()) return base::append_json_string(out_, event_.text(slot, scratch_));
        out_.append(1, '"').append(event_.raw(slot)).append(1, '"');
    }

    void put_key(const Slot& slot) {
        if (keeps_text()) {
            out_.append(1, '"').append(event_.raw_key(slot)).append(1, '"');
        } else {
            base::append_json_string(out_, event_.key(slot, scratch_));
        }
        out_.push_back(':');
    }
};

}  // namespace

void append_json(std::string& out, const Event& event, SlotIndex slot) {
    // A JSON body may have been decoded in part: of a container all the text is there, not all the slots.
    if (event.encoding == Encoding::json && is_container(event[slot].kind)) {
        return base::append_json_compact(out, event.raw(event[slot]));
    }
    append_effective_json(out, event, slot);  // a form has no key twice
}

void append_effective_json(std::string& out, const Event& event, SlotIndex slot) {
    CompactJson<Strings::as_written> sink(out, event);
    TapeWalk().run<Repeats::last>(event, slot, sink, out.size());
}

void append_readable_json(std::string& out, const Event& event, SlotIndex slot, std::size_t most) {
    CompactJson<Strings::readable> sink(out, event, most);
    TapeWalk().run<Repeats::last>(event, slot, sink, out.size());
}

void append_text_or_json(std::string& out, const Event& event, SlotIndex slot) {
    if (event[slot].kind != Kind::string) return append_json(out, event, slot);
    std::string scratch;
    out.append(event.text(event[slot], scratch));
}

}  // namespace hookspect::event
