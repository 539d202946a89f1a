#include "event/form_writer.h"

#include "base/percent.h"
#include "event/form_carrier.h"
#include "event/form_decoder.h"
#include "event/form_key.h"

#include <algorithm>

namespace hookspect::event {
namespace {

constexpr std::string_view open_bracket = "%5B";
constexpr std::string_view close_bracket = "%5D";

/// Whether a key is read back as one name: alone where it is a member of the root, else in brackets. An index
/// is one, too.
bool is_one_name(std::string_view key, bool root) {
    if (key.empty()) return false;
    if (key.find_first_of("[]") == std::string_view::npos) return true;
    const std::string written = root ? std::string(key) : "[" + std::string(key) + "]";
    FormKeyReader reader(written, false);
    const bool whole = reader.next().text == key && reader.done();
    return whole && !find_form_key_end(written).unclosed;
}

}  // namespace

void FormWriter::append(std::string& out, const Event& event) {
    event_ = &event;
    out_ = &out;
    path_.clear();
    lost_.clear();
    dotted_.clear();
    fields_ = 0;
    last_ = 0;
    brackets_ = false;
    const std::size_t begin = out.size();
    const FormSpot root{.type = schema::ValueType::object, .object = schema::ObjectType::event};
    switch (event[0].kind) {
        case Kind::object: put_members(0, root); break;
        case Kind::array: put_elements(0, root); break;
        default: break;  // qs, too, makes nothing of a scalar
    }
    if (event[0].kind != Kind::object) lose(FormLoss::type, 0);
    find_lost_in_whole(std::string_view(out).substr(begin));
    std::stable_sort(lost_.begin(), lost_.end(),
                     [](const LostInForm& a, const LostInForm& b) { return a.slot < b.slot; });
}

void FormWriter::put(SlotIndex index, const FormSpot& spot) {
    switch ((*event_)[index].kind) {
        case Kind::object: return put_members(index, spot);
        case Kind::array: return put_elements(index, spot);
        default: return put_scalar(index, spot);
    }
}

void FormWriter::put_scalar(SlotIndex index, const FormSpot& spot) {
    const Slot& slot = (*event_)[index];
    const std::string_view text = slot.kind == Kind::null ? std::string_view() : event_->text(slot, scratch_);
    if (fields_++ > 0) out_->push_back('&');
    out_->append(path_).push_back('=');
    base::append_percent_encoded(*out_, text);
    last_ = index;
    brackets_ = brackets_ || path_.find(open_bracket) != std::string::npos;
    find_lost_type(index, spot, text);
}

/// An object reads as a list where all its keys are indices.
void FormWriter::put_members(SlotIndex index, const FormSpot& spot) {
    const Event& event = *event_;
    const bool root = index == 0;
    const std::size_t path_size = path_.size();
    const std::size_t fields_before = fields_;
    bool named = false;
    std::string decoded;
    for (SlotIndex i = event.first(index); i != event.end(index); i = event.next(i)) {
        const std::string_view key = event.key(event[i], decoded);
        const std::size_t fields_so_far = fields_;
        if (event[i].repeats) lose(FormLoss::repeated_key, i);
        add_key(index, key);
        put(i, form_member_spot(spot.object, key, false));
        path_.resize(path_size);
        if (fields_ == fields_so_far) continue;  // nothing of it is written
        named |= !is_form_index(key);
        if (!is_one_name(key, root)) lose(FormLoss::key, i);
        if (root && is_dotted_form_key(key)) dotted_.push_back(i);
    }
    if (event.first(index) == event.end(index)) lose(FormLoss::empty_object, index);
    if (!root && !named && fields_ != fields_before) lose(FormLoss::key, event.first(index));
}

void FormWriter::put_elements(SlotIndex index, const FormSpot& spot) {
    const Event& event = *event_;
    const std::size_t path_size = path_.size();
    const FormSpot element = form_element_spot(spot);
    std::size_t number = 0;
    for (SlotIndex i = event.first(index); i != event.end(index); i = event.next(i)) {
        add_key(index, std::to_string(number++));
        put(i, element);
        path_.resize(path_size);
    }
    if (number == 0) lose(FormLoss::empty_list, index);
}

void FormWriter::add_key(SlotIndex parent, std::string_view key) {
    if (parent == 0) {
        base::append_percent_encoded(path_, key);
        return;
    }
    path_.append(open_bracket);
    base::append_percent_encoded(path_, key);
    path_.append(close_bracket);
}

/// Compares a scalar with what the decoder makes of `text` in its place.
void FormWriter::find_lost_type(SlotIndex index, const FormSpot& spot, std::string_view text) {
    const Kind kind = (*event_)[index].kind;
    const Kind read = form_scalar_kind(spot.type, text);
    if (kind != read && kind == Kind::null) return lose(FormLoss::null, index);
    if (kind != read && read == Kind::null) return lose(FormLoss::empty_string, index);
    const bool becomes_list = is_form_list(spot) && !text.empty();
    if (kind != read || becomes_list) lose(FormLoss::type, index);
}

/// What can only be told when all fields are written.
void FormWriter::find_lost_in_whole(std::string_view body) {
    if (!brackets_) {
        for (const SlotIndex i : dotted_) lose(FormLoss::key, i);
    }
    if (fields_ == 1 && json_carrier(body)) lose(FormLoss::type, last_);
}

}  // namespace hookspect::event
