#pragma once

#include "event/event.h"
#include "event/form_loss.h"
#include "event/form_typing.h"
#include "event/tape_walk.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// Writes events as bodies of application/x-www-form-urlencoded: byte for byte what `qs.stringify(event)` of
/// npm qs makes of them, except that numbers keep their text, keys their order, and repeated keys are all
/// written. Its memory is kept from event to event.
class FormWriter {
public:
    /// Appends the form body. It is empty where the event holds nothing that can be written.
    void append(std::string& out, const Event& event);

    /// What of the event written last the form does not carry, in the order of its slots. Empty: FormDecoder
    /// gives back the same event.
    [[nodiscard]] std::span<const LostInForm> lost() const { return lost_; }

private:
    friend class TapeWalk;

    /// A container that is being written.
    struct Level {
        SlotIndex container = 0;
        FormSpot spot;
        std::size_t path_size = 0;        // of the container's own key
        std::size_t fields = 0;           // written before it
        std::size_t number = 0;           // of the next element
        bool named = false;               // a member that is written has a key that is not an index
        std::size_t fields_at_child = 0;  // written before the member or element at hand
        bool child_is_index = false;
        bool child_is_one_name = false;
        bool child_is_dotted = false;
    };

    const Event* event_ = nullptr;
    std::string* out_ = nullptr;
    std::string path_;  // the key of the value at hand, encoded
    std::string scratch_;
    std::vector<LostInForm> lost_;
    std::vector<SlotIndex> dotted_;  // members of the root whose keys are nesting if no key has brackets
    std::size_t fields_ = 0;         // written so far
    SlotIndex last_ = 0;             // the value of the last of them
    bool brackets_ = false;          // in some key
    FormSpot here_;                  // of the value at hand
    std::vector<Level> levels_;      // the containers around it
    TapeWalk walk_;

    struct Position {};
    Position begin(Position at, SlotIndex index, const Slot& slot, bool member, bool first);
    Position scalar(Position at, SlotIndex index, const Slot& slot);
    Position open(Position at, SlotIndex index, const Slot& slot);
    Position close(Position at, SlotIndex index, const Slot& slot, bool empty);
    Position end(Position at, SlotIndex index);

    void add_key(SlotIndex parent, std::string_view key);
    void find_lost_type(SlotIndex index, const FormSpot& spot, std::string_view text);
    void find_lost_in_whole(std::string_view body);
    void lose(FormLoss loss, SlotIndex slot) { lost_.push_back({loss, slot}); }
};

}  // namespace hookspect::event
