#include "check/naming.h"

#include "base/json_pointer.h"
#include "base/path_key.h"
#include "base/wording.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace hookspect::check {
namespace {

using std::string_view;

constexpr std::size_t longest_key = 64;  // bytes of one that a message holds whole

void append_subject_key(std::string& subject, string_view key) {
    if (key.size() > longest_key) {
        subject.append("[").append(base::quoted(key)).append("]");
    } else {
        base::append_path_key(subject, key);
    }
}

/// Walks down the tape to one slot after another, which must come in order, keeping the path.
class Path {
public:
    explicit Path(const event::Event& event) : event_(event) {
        levels_.reserve(8);
        levels_.push_back({0, 1, 0, 0, 0});
    }

    void go_to(event::SlotIndex target) {
        while (levels_.size() > 1 && target >= event_.end(levels_.back().slot)) leave();
        while (levels_.back().slot != target) enter_child_around(target);
    }

    [[nodiscard]] const std::string& pointer() const { return pointer_; }
    [[nodiscard]] const std::string& subject() const { return subject_; }

private:
    struct Level {
        event::SlotIndex slot;
        event::SlotIndex child;  // the one looked at last
        std::size_t number;      // of that child
        std::size_t pointer;     // size of the path outside this level
        std::size_t subject;
    };

    const event::Event& event_;
    std::vector<Level> levels_;
    std::string pointer_;
    std::string subject_;
    std::string scratch_;

    void leave() {
        pointer_.resize(levels_.back().pointer);
        subject_.resize(levels_.back().subject);
        levels_.pop_back();
    }

    void enter_child_around(event::SlotIndex target) {
        Level& level = levels_.back();
        for (; event_.next(level.child) <= target; ++level.number) level.child = event_.next(level.child);
        const event::SlotIndex child = level.child;
        const std::size_t number = level.number;
        const bool member = event_[level.slot].kind == event::Kind::object;
        levels_.push_back({child, child + 1, 0, pointer_.size(), subject_.size()});
        if (member) {
            const string_view key = event_.key(event_[child], scratch_);
            base::append_pointer_token(pointer_, key);
            append_subject_key(subject_, key);
        } else {
            const std::string digits = std::to_string(number);
            pointer_.append("/").append(digits);
            subject_.append("[").append(digits).append("]");
        }
    }
};

void name(Issue& issue, const Path& path) {
    const bool subject_wanted = issue.message.starts_with(' ');  // others name a subject of their own
    if (issue.pointer.empty()) {
        issue.pointer = path.pointer();
        const string_view subject = path.subject();
        if (subject_wanted) issue.message.insert(0, subject.empty() ? "the body" : subject);
        return;
    }
    const std::string member = std::exchange(issue.pointer, path.pointer());
    base::append_pointer_token(issue.pointer, member);
    std::string subject = path.subject();
    append_subject_key(subject, member);
    if (subject_wanted) issue.message.insert(0, subject);
}

}  // namespace

void name_issues(const event::Event& event, std::span<Issue> issues) {
    std::vector<std::size_t> order;
    order.reserve(issues.size());
    for (std::size_t i = 0; i < issues.size(); ++i) {
        if (issues[i].worded) order.push_back(i);
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return issues[a].slot < issues[b].slot; });
    Path path(event);
    for (const std::size_t i : order) {
        path.go_to(issues[i].slot);
        name(issues[i], path);
    }
}

std::string pointer_of(const event::Event& event, event::SlotIndex slot) {
    Path path(event);
    path.go_to(slot);
    return path.pointer();
}

}  // namespace hookspect::check
