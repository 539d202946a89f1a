#pragma once

#include "event/event.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hookspect::event {

/// The path to one slot after another, which must come in order: one walk over the tape for all of them.
class SlotPath {
public:
    explicit SlotPath(const Event& event);

    /// `target` is not before the slot of the last call.
    void go_to(SlotIndex target);

    /// RFC 6901.
    [[nodiscard]] const std::string& pointer() const { return pointer_; }
    /// For a message: `person.properties[3].primary`, empty at the root. Long keys are quoted and clipped.
    [[nodiscard]] const std::string& subject() const { return subject_; }

    /// Appends a key as subject() writes it.
    static void append_subject_key(std::string& subject, std::string_view key);

private:
    struct Level {
        SlotIndex slot;
        SlotIndex child;      // the one looked at last
        std::size_t number;   // of that child
        std::size_t pointer;  // size of the path outside this level
        std::size_t subject;
    };

    const Event* event_;
    std::vector<Level> levels_;
    std::string pointer_;
    std::string subject_;
    std::string scratch_;

    void leave();
    void enter_child_around(SlotIndex target);
};

}  // namespace hookspect::event
