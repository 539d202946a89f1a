#pragma once

#include "event/event.h"
#include "event/form_loss.h"
#include "event/form_typing.h"

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
    const Event* event_ = nullptr;
    std::string* out_ = nullptr;
    std::string path_;  // the key of the value at hand, encoded
    std::string scratch_;
    std::vector<LostInForm> lost_;
    std::vector<SlotIndex> dotted_;  // members of the root whose keys are nesting if no key has brackets
    std::size_t fields_ = 0;         // written so far
    SlotIndex last_ = 0;             // the value of the last of them
    bool brackets_ = false;          // in some key

    void put(SlotIndex index, const FormSpot& spot);
    void put_scalar(SlotIndex index, const FormSpot& spot);
    void put_members(SlotIndex index, const FormSpot& spot);
    void put_elements(SlotIndex index, const FormSpot& spot);
    void add_key(SlotIndex parent, std::string_view key);
    void find_lost_type(SlotIndex index, const FormSpot& spot, std::string_view text);
    void find_lost_in_whole(std::string_view body);
    void lose(FormLoss loss, SlotIndex slot) { lost_.push_back({loss, slot}); }
};

}  // namespace hookspect::event
