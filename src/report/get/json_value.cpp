#include "report/get/json_value.h"

#include "base/json_text.h"

namespace hookspect::report {
namespace {

class Writer {
public:
    Writer(std::string& out, const event::Event& event, std::size_t most)
        : out_(out), event_(event), most_(most > std::string::npos - out.size() ? most : out.size() + most) {}

    void write(event::SlotIndex index) {
        const event::Slot& slot = event_[index];
        switch (slot.kind) {
            case event::Kind::object: return write_container(index, '{', '}');
            case event::Kind::array: return write_container(index, '[', ']');
            case event::Kind::string: return base::append_json_string(out_, event_.text(slot, scratch_));
            case event::Kind::null: out_.append("null"); return;
            case event::Kind::number:
            case event::Kind::boolean: out_.append(event_.raw(slot)); return;
        }
    }

private:
    void write_container(event::SlotIndex parent, char open, char close) {
        out_.push_back(open);
        bool first = true;
        for (event::SlotIndex i = event_.first(parent); i != event_.end(parent) && out_.size() < most_;
             i = event_.next(i)) {
            const event::Slot& slot = event_[i];
            if (slot.overridden) continue;
            if (!first) out_.push_back(',');
            first = false;
            if (open == '{') {
                base::append_json_string(out_, event_.key(slot, scratch_));
                out_.push_back(':');
            }
            write(i);
        }
        out_.push_back(close);
    }

    std::string& out_;
    const event::Event& event_;
    std::size_t most_;
    std::string scratch_;
};

}  // namespace

void append_json_value(std::string& out, const event::Event& event, event::SlotIndex index,
                       std::size_t most) {
    Writer(out, event, most).write(index);
}

}  // namespace hookspect::report
