#include "event/form_decoder.h"

#include "base/json_pointer.h"
#include "event/form_key.h"
#include "event/form_tape.h"
#include "event/limit_fault.h"

#include <algorithm>
#include <utility>

namespace hookspect::event {
namespace {

/// Senders repeat their keys. Where keys are ever new, what was remembered is forgotten from time to time.
constexpr std::size_t most_remembered = 4096;

/// The JSON Pointer (RFC 6901) of a slot.
std::string pointer_to(const Event& event, SlotIndex target) {
    std::string pointer;
    for (SlotIndex at = 0; at != target;) {
        std::size_t number = 0;
        SlotIndex child = event.first(at);
        for (; event.next(child) <= target; child = event.next(child)) ++number;
        const bool element = event[at].kind == Kind::array;
        base::append_pointer_token(
            pointer, element ? std::to_string(number) : std::string(event.raw_key(event[child])));
        at = child;
    }
    return pointer;
}

}  // namespace

std::optional<Fault> FormDecoder::decode(std::string_view body, Event& event) {
    event.reset(body, Encoding::form);
    if (tree_.end_of_paths() > most_remembered || keys_.end() > most_remembered) {
        tree_.forget_paths();
        keys_.clear();
    }

    const FormFieldsFault cut = fields_.split(body, limits_.fields, keys_, text_);
    body_ = body;
    std::optional<Stop> stop = plant(cut);
    FormTape tape(tree_, text_, event);
    const std::optional<FormTree::Index> deep = tape.write(limits_.depth);
    event.chars = text_.view();
    if (deep && !stop) stop = Stop{too_deep(limits_, tree_[*deep].key_place), *deep};
    if (!stop) {
        note_faults(event);
        return std::nullopt;
    }
    const FormNode& node = tree_[stop->node];
    const SlotIndex innermost = node.value_slot != 0 ? node.value_slot : node.slot;
    stop->fault.pointer = pointer_to(event, innermost);
    return std::move(stop->fault);
}

/// Puts all fields into the tree, up to the first fault.
std::optional<FormDecoder::Stop> FormDecoder::plant(const FormFieldsFault& cut) {
    const bool dotted = !fields_.brackets;
    tree_.clear(text_);
    holders_.clear();
    for (const FormField& field : fields_.list) {
        const bool bad_key = cut.kind == FormFieldsFault::Kind::key_utf8 && &field == &fields_.list.back();
        if (auto stop = plant(field, bad_key ? cut.decoded : field.key_size, dotted)) return stop;
    }
    if (cut.kind == FormFieldsFault::Kind::none) return std::nullopt;
    return stop_at(cut);
}

/// Only the first `key_size` bytes of the key can be read: where that is not all of it, the field has a place
/// but no value.
std::optional<FormDecoder::Stop> FormDecoder::plant(const FormField& field, std::size_t key_size,
                                                    bool dotted) {
    if (field.known != 0 && keys_.steps(field.known).size() <= limits_.depth) {
        return hold(plant_known(field), field);
    }
    return plant_unknown(field, key_size, dotted);
}

FormTree::Index FormDecoder::plant_known(const FormField& field) {
    std::span<const FormStep> steps = keys_.steps(field.known);
    const bool append = steps.back().kind == FormKeyPart::Kind::append;
    if (append) steps = steps.first(steps.size() - 1);
    const FormTree::Index node = tree_.reach(steps, field.key, field.key_place);
    return append ? tree_.append_to(node, field.key_place) : tree_.value_at(node, field.key_place);
}

std::optional<FormDecoder::Stop> FormDecoder::plant_unknown(const FormField& field, std::size_t key_size,
                                                            bool dotted) {
    const std::string_view key = field.key_in(text_);
    FormKeyReader reader(key, dotted && is_dotted_form_key(key));
    FormTree::Index node = 0;
    steps_.clear();
    for (;;) {
        const FormKeyPart part = reader.next();
        const auto part_begin = static_cast<std::size_t>(part.text.data() - key.data());
        if (part_begin + part.text.size() > key_size) {
            holders_.push_back(node);
            return std::nullopt;
        }
        if (steps_.size() == limits_.depth) return Stop{too_deep(limits_, field.key_place), node};
        const bool append = part.kind == FormKeyPart::Kind::append && reader.done();
        if (!append) node = tree_.child(node, part, field.key_place);
        steps_.push_back({append ? 0 : tree_[node].path, static_cast<std::uint32_t>(part_begin),
                          static_cast<std::uint32_t>(part.text.size()), part.kind});
        if (!reader.done()) continue;
        node = append ? tree_.append_to(node, field.key_place) : tree_.value_at(node, field.key_place);
        break;
    }
    if (field.lasting && keys_.end() <= most_remembered) {
        remember(body_.substr(field.key_place, field.value_place - field.key_place), key);
    }
    return hold(node, field);
}

/// But for a key with a number as a name: whether its parts name the members of an object or of a list is not
/// told by their text alone.
void FormDecoder::remember(std::string_view written, std::string_view key) {
    const auto is_odd = [key](const FormStep& step) {
        return step.kind == FormKeyPart::Kind::name && is_form_index(key.substr(step.begin, step.size));
    };
    if (std::any_of(steps_.begin(), steps_.end(), is_odd)) return;
    keys_.remember(written, key, steps_);
}

FormDecoder::Stop FormDecoder::stop_at(const FormFieldsFault& cut) const {
    if (cut.kind == FormFieldsFault::Kind::too_many) {
        return {too_many(limits_, cut.offset, "field", "fields"), 0};
    }
    return {{.rule = schema::Rule::utf8,
             .offset = cut.offset,
             .message = "bytes that are not UTF-8",
             .expected = "UTF-8 text"},
            holders_.back()};
}

/// The node has the field's value then.
std::optional<FormDecoder::Stop> FormDecoder::hold(FormTree::Index node, const FormField& field) {
    FormNode& holder = tree_[node];
    holder.value = field.value;
    holder.value_size = field.value_size;
    holder.value_place = field.value_place;
    holders_.push_back(node);
    if (tree_.containers() <= limits_.fields) return std::nullopt;
    return Stop{too_many(limits_, field.key_place, "object or list", "objects and lists"), node};
}

void FormDecoder::note_faults(Event& event) const {
    if (!fields_.faults) return;
    for (std::size_t i = 0; i < holders_.size(); ++i) {
        const SlotIndex slot = tree_[holders_[i]].value_slot;
        if (fields_.list[i].key_fault) event.form_faults.push_back({slot, true});
        if (fields_.list[i].value_fault) event.form_faults.push_back({slot, false});
    }
}

}  // namespace hookspect::event
