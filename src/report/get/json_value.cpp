#include "report/get/json_value.h"

#include "base/json_text.h"

namespace hookspect {
namespace {

class Writer {
public:
    Writer(std::string& out, const Event& event, std::size_t most)
        : out_(out), event_(event), most_(most > std::string::npos - out.size() ? most : out.size() + most) {}

    void write(SlotIndex index) {
        const Slot& slot = event_[index];
        switch (slot.kind) {
            case Kind::object: return write_container(index, '{', '}');
            case Kind::array: return write_container(index, '[', ']');
            case Kind::string: return append_json_string(out_, event_.text(slot, scratch_));
            case Kind::null: out_.append("null"); return;
            case Kind::number:
            case Kind::boolean: out_.append(event_.raw(slot)); return;
        }
    }

private:
    void write_container(SlotIndex parent, char open, char close) {
        out_.push_back(open);
        bool first = true;
        for (SlotIndex i = event_.first(parent); i != event_.end(parent) && out_.size() < most_;
             i = event_.next(i)) {
            const Slot& slot = event_[i];
            if (slot.overridden) continue;
            if (!first) out_.push_back(',');
            first = false;
            if (open == '{') {
                append_json_string(out_, event_.key(slot, scratch_));
                out_.push_back(':');
            }
            write(i);
        }
        out_.push_back(close);
    }

    std::string& out_;
    const Event& event_;
    std::size_t most_;
    std::string scratch_;
};

}  // namespace

void append_json_value(std::string& out, const Event& event, SlotIndex index, std::size_t most) {
    Writer(out, event, most).write(index);
}

}  // namespace hookspect
