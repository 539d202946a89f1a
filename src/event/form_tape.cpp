#include "event/form_tape.h"

#include <array>
#include <charconv>

namespace hookspect::event {
namespace {

bool has_values(const FormNode& node) {
    return node.has_value || node.repeats;
}

}  // namespace

std::optional<FormTree::Index> FormTape::write(std::size_t depth) {
    depth_ = depth;
    too_deep_.reset();
    event_.count = 0;
    const Target root{.spot = {schema::no_field, schema::ValueType::object, schema::ObjectType::event, true}};
    const SlotIndex slot = add(Kind::object, 0, root);
    put_members(0, root);
    close(slot);
    return too_deep_;
}

void FormTape::put(Index index, const Target& target) {
    FormNode& node = tree_[index];
    node.slot = event_.count;
    if (target.spot.once) event_.documented[target.spot.field] = event_.count;
    if (node.named) {
        has_values(node) ? put_both(index, target) : put_object(index, node.first, target);
    } else if (node.listed || node.repeats) {
        put_list(index, target);
    } else {
        put_value(index, target);
    }
}

/// One value of its own, which a documented list has as its one element.
void FormTape::put_value(Index index, const Target& target) {
    const FormNode& node = tree_[index];
    if (!is_form_list(target.spot) || node.value_size == 0) return add_value(index, target);
    const auto list = open(Kind::array, index, node.key_place, target);
    if (!list) return;
    add_value(index, {form_element_spot(target.spot), target.depth + 1, 0, 0});
    close(*list);
}

/// Elements, and values that share a key, which are elements without index.
void FormTape::put_list(Index index, const Target& target) {
    const FormNode& node = tree_[index];
    const auto list = open(Kind::array, index, node.key_place, target);
    if (!list) return;
    const bool conflict = node.listed && has_values(node);
    event_.slots[*list].conflict = conflict;
    event_.irregular |= conflict;
    const Target element{form_element_spot(target.spot), target.depth + 1, 0, 0};
    tree_.sort_children(index);
    if (node.has_value) add_value(index, element);
    for (Index child = node.first; child != 0; child = tree_[child].next) put(child, element);
    close(*list);
}

/// The key of an object that has values too: a list of these and the object.
void FormTape::put_both(Index index, const Target& target) {
    const FormNode& node = tree_[index];
    const auto list = open(Kind::array, index, node.key_place, target);
    if (!list) return;
    event_.slots[*list].conflict = true;
    event_.irregular = true;
    const Target element{form_element_spot(target.spot), target.depth + 1, 0, 0};
    if (node.has_value) add_value(index, element);
    bool object_put = false;
    for (Index child = node.first; child != 0; child = tree_[child].next) {
        if (tree_[child].kind == FormNode::Kind::repeat) {
            put(child, element);
        } else if (!object_put) {
            put_object(index, child, element);
            object_put = true;
        }
    }
    close(*list);
}

/// `first`: the first child that is a member.
void FormTape::put_object(Index index, Index first, const Target& target) {
    const auto object = open(Kind::object, index, tree_[first].key_place, target);
    if (!object) return;
    put_members(index, target);
    close(*object);
}

void FormTape::put_members(Index index, const Target& target) {
    const schema::ObjectType type = target.spot.object;
    // Every type that stands in one place has a path, but for the root's.
    const bool once = target.spot.once && (index == 0 || !schema::object(type).path.empty());
    std::size_t number = 0;
    for (Index child = tree_[index].first; child != 0; child = tree_[child].next) {
        const FormNode& node = tree_[child];
        if (node.kind == FormNode::Kind::repeat) continue;
        Target member{{}, target.depth + 1, node.key, node.key_size};
        if (node.kind == FormNode::Kind::append) {
            member.key = append_free_index(index, number);
            member.key_size = text_.size() - member.key;
        }
        member.spot = form_member_spot(type, text_.view(member.key, member.key_size), once);
        put(child, member);
    }
}

void FormTape::add_value(Index index, const Target& target) {
    FormNode& node = tree_[index];
    const std::string_view text = text_.view(node.value, node.value_size);
    node.value_slot = add(form_scalar_kind(target.spot, text), node.key_place, target);
    Slot& slot = event_.slots[node.value_slot];
    slot.place = node.value_place;
    slot.text = node.value;
    slot.size = node.value_size;
    slot.whole = slot.kind == Kind::number && text.find_first_of("-.eE") == std::string_view::npos;
    if (slot.kind != Kind::boolean) return;
    const bool truth = is_form_truth(text);
    slot.text = truth ? FormText::true_at : FormText::false_at;
    slot.size = static_cast<std::uint32_t>((truth ? FormText::true_text : FormText::false_text).size());
}

SlotIndex FormTape::add(Kind kind, std::uint32_t key_place, const Target& target) {
    const SlotIndex index = event_.count++;
    if (index == event_.slots.size()) event_.slots.resize(event_.slots.size() * 2 + 64);
    Slot& slot = event_.slots[index];
    slot = Slot{};
    slot.kind = kind;
    slot.key = target.key;
    slot.key_size = target.key_size;
    slot.key_place = key_place;
    slot.place = key_place;
    slot.next = event_.count;
    slot.field = target.spot.field;
    return index;
}

std::optional<SlotIndex> FormTape::open(Kind kind, Index index, std::uint32_t place, const Target& target) {
    if (target.depth < depth_) return add(kind, place, target);
    if (!too_deep_) too_deep_ = index;
    add(Kind::null, place, target);
    return std::nullopt;
}

/// The text of the lowest number from `number` on that is no key of the object: what an element without index
/// is called where its list has become an object.
std::uint32_t FormTape::append_free_index(Index parent, std::size_t& number) {
    std::array<char, 20> digits{};  // of the largest std::size_t
    for (;;) {
        const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), number++).ptr;
        const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
        if (tree_.find(parent, text) == 0) return text_.append(text);
    }
}

}  // namespace hookspect::event
