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
    levels_.clear();
    here_ = {.type = schema::ValueType::object, .object = schema::ObjectType::event};
    const std::size_t begin = out.size();
    // qs, too, makes nothing of a scalar.
    if (is_container(event[0].kind)) walk_.run<Repeats::all>(event, 0, *this, Position{});
    if (event[0].kind != Kind::object) lose(FormLoss::type, 0);
    find_lost_in_whole(std::string_view(out).substr(begin));
    std::stable_sort(lost_.begin(), lost_.end(),
                     [](const LostInForm& a, const LostInForm& b) { return a.slot < b.slot; });
}

FormWriter::Position FormWriter::begin(Position at, SlotIndex index, const Slot& slot, bool member,
                                       bool /*first*/) {
    Level& level = levels_.back();
    level.fields_at_child = fields_;
    if (!member) {
        add_key(level.container, std::to_string(level.number++));
        here_ = form_element_spot(level.spot);
        return at;
    }
    const std::string_view key = event_->key(slot, scratch_);
    const bool root = level.container == 0;
    if (slot.repeats) lose(FormLoss::repeated_key, index);
    add_key(level.container, key);
    here_ = form_member_spot(level.spot.object, key, false);
    level.child_is_index = is_form_index(key);
    level.child_is_one_name = is_one_name(key, root);
    level.child_is_dotted = root && is_dotted_form_key(key);
    return at;
}

FormWriter::Position FormWriter::scalar(Position at, SlotIndex index, const Slot& slot) {
    const std::string_view text = slot.kind == Kind::null ? std::string_view() : event_->text(slot, scratch_);
    if (fields_++ > 0) out_->push_back('&');
    out_->append(path_).push_back('=');
    base::append_percent_encoded(*out_, text);
    last_ = index;
    brackets_ = brackets_ || path_.find(open_bracket) != std::string::npos;
    find_lost_type(index, here_, text);
    return at;
}

FormWriter::Position FormWriter::open(Position at, SlotIndex index, const Slot& /*slot*/) {
    levels_.push_back({.container = index, .spot = here_, .path_size = path_.size(), .fields = fields_});
    return at;
}

/// An object reads as a list where all its keys are indices.
FormWriter::Position FormWriter::close(Position at, SlotIndex index, const Slot& slot, bool empty) {
    const Level& level = levels_.back();
    const bool object = slot.kind == Kind::object;
    if (empty) lose(object ? FormLoss::empty_object : FormLoss::empty_list, index);
    if (object && index != 0 && !level.named && fields_ != level.fields)
        lose(FormLoss::key, event_->first(index));
    levels_.pop_back();
    return at;
}

FormWriter::Position FormWriter::end(Position at, SlotIndex index) {
    Level& level = levels_.back();
    path_.resize(level.path_size);
    const bool written = fields_ != level.fields_at_child;
    if (!written || (*event_)[level.container].kind != Kind::object) return at;
    level.named |= !level.child_is_index;
    if (!level.child_is_one_name) lose(FormLoss::key, index);
    if (level.child_is_dotted) dotted_.push_back(index);
    return at;
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
    const Kind read = form_scalar_kind(spot, text);
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
