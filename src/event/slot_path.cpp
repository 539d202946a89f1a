#include "event/slot_path.h"

#include "base/json_pointer.h"
#include "base/path_key.h"
#include "base/wording.h"

namespace hookspect::event {
namespace {

constexpr std::size_t longest_key = 64;  // bytes of one that a message holds whole

}  // namespace

SlotPath::SlotPath(const Event& event) : event_(&event) {
    levels_.reserve(8);
    levels_.push_back({0, 1, 0, 0, 0});
}

void SlotPath::go_to(SlotIndex target) {
    while (levels_.size() > 1 && target >= event_->end(levels_.back().slot)) leave();
    while (levels_.back().slot != target) enter_child_around(target);
}

void SlotPath::append_subject_key(std::string& subject, std::string_view key) {
    if (key.size() > longest_key) {
        subject.append("[").append(base::quoted(key)).append("]");
    } else {
        base::append_path_key(subject, key);
    }
}

void SlotPath::leave() {
    pointer_.resize(levels_.back().pointer);
    subject_.resize(levels_.back().subject);
    levels_.pop_back();
}

void SlotPath::enter_child_around(SlotIndex target) {
    const Event& event = *event_;
    Level& level = levels_.back();
    for (; event.next(level.child) <= target; ++level.number) level.child = event.next(level.child);
    const SlotIndex child = level.child;
    const std::size_t number = level.number;
    const bool member = event[level.slot].kind == Kind::object;
    levels_.push_back({child, child + 1, 0, pointer_.size(), subject_.size()});
    if (member) {
        const std::string_view key = event.key(event[child], scratch_);
        base::append_pointer_token(pointer_, key);
        append_subject_key(subject_, key);
    } else {
        const std::string digits = std::to_string(number);
        pointer_.append("/").append(digits);
        subject_.append("[").append(digits).append("]");
    }
}

}  // namespace hookspect::event
