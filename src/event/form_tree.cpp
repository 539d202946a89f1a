#include "event/form_tree.h"

#include <algorithm>

namespace hookspect::event {
namespace {

/// Decimal numbers of any size without leading zeros.
int compare_numbers(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    return left.compare(right);
}

std::string_view text_of(const FormKeyPart& part, const FormText& text) {
    // `[]` before further parts is element 0.
    const bool first_element = part.kind == FormKeyPart::Kind::append;
    return first_element ? text.view(FormText::zero_at, FormText::zero_text.size()) : part.text;
}

}  // namespace

void FormTree::clear(const FormText& text) {
    text_ = &text;
    for (const FormNode& node : nodes_) {
        if (node.path != 0) at_path_[node.path] = 0;
    }
    nodes_.assign(1, FormNode{});
    containers_ = 0;
}

void FormTree::forget_paths() {
    nodes_.clear();
    paths_.clear();
    at_path_.assign(0, 0);
}

FormTree::Index FormTree::child(Index parent, const FormKeyPart& part, std::uint32_t key_place) {
    const FormNames::Id path = paths_.intern(nodes_[parent].path, text_of(part, *text_));
    if (const Index index = at_path(path); index != 0) {
        nodes_[parent].named |= part.kind == FormKeyPart::Kind::name;
        return index;
    }
    return add_child(parent, part, path, key_place);
}

FormTree::Index FormTree::reach(std::span<const FormStep> steps, std::uint32_t key, std::uint32_t key_place) {
    std::size_t there = steps.size();
    while (there > 0 && at_path(steps[there - 1].path) == 0) --there;
    Index node = there == 0 ? 0 : at_path_[steps[there - 1].path];
    for (const FormStep& step : steps.subspan(there)) {
        const FormKeyPart part{step.kind, text_->view(key + step.begin, step.size)};
        node = add_child(node, part, step.path, key_place);
    }
    return node;
}

FormTree::Index FormTree::add_child(Index parent, const FormKeyPart& part, FormNames::Id path,
                                    std::uint32_t key_place) {
    const bool named = part.kind == FormKeyPart::Kind::name;
    const FormNode::Kind kind = named ? FormNode::Kind::name : FormNode::Kind::index;
    const Index index = add(parent, kind, text_of(part, *text_), key_place);
    nodes_[index].path = path;
    if (path >= at_path_.size()) at_path_.resize(paths_.end() * 2);
    at_path_[path] = index;
    if (named) {
        nodes_[parent].named = true;
    } else {
        note_index(nodes_[parent], index);
    }
    return index;
}

FormTree::Index FormTree::value_at(Index parent, std::uint32_t key_place) {
    FormNode& node = nodes_[parent];
    if (!node.has_value && node.first == 0) {
        node.has_value = true;
        return parent;
    }
    node.repeats = true;
    return append(parent, FormNode::Kind::repeat, key_place);
}

FormTree::Index FormTree::append_to(Index parent, std::uint32_t key_place) {
    nodes_[parent].listed = true;
    return append(parent, FormNode::Kind::append, key_place);
}

FormTree::Index FormTree::append(Index parent, FormNode::Kind kind, std::uint32_t key_place) {
    const Index highest = nodes_[parent].highest;
    const std::string_view key = highest == 0 ? std::string_view() : key_of(nodes_[highest]);
    const Index index = add(parent, kind, key, key_place);
    nodes_[index].has_value = true;
    return index;
}

FormTree::Index FormTree::find(Index parent, std::string_view key) const {
    return at_path(paths_.find(nodes_[parent].path, key));
}

void FormTree::sort_children(Index parent) {
    if (!nodes_[parent].unsorted) return;
    order_.clear();
    for (Index i = nodes_[parent].first; i != 0; i = nodes_[i].next) order_.push_back(i);
    std::sort(order_.begin(), order_.end(), [this](Index left, Index right) { return before(left, right); });
    nodes_[parent].first = order_.front();
    for (std::size_t i = 0; i + 1 < order_.size(); ++i) nodes_[order_[i]].next = order_[i + 1];
    nodes_[order_.back()].next = 0;
}

FormTree::Index FormTree::add(Index parent, FormNode::Kind kind, std::string_view key,
                              std::uint32_t key_place) {
    const auto index = static_cast<Index>(nodes_.size());
    FormNode& node = nodes_.emplace_back();
    node.kind = kind;
    node.key_place = key_place;
    if (!key.empty()) node.key = static_cast<std::uint32_t>(key.data() - text_->view().data());
    node.key_size = static_cast<std::uint32_t>(key.size());

    FormNode& above = nodes_[parent];
    if (above.first == 0) {
        above.first = index;
        ++containers_;
    } else {
        nodes_[above.last].next = index;
    }
    above.last = index;
    return index;
}

void FormTree::note_index(FormNode& parent, Index index) {
    parent.listed = true;
    if (parent.highest == 0 || compare_numbers(key_of(nodes_[parent.highest]), key_of(nodes_[index])) < 0) {
        parent.highest = index;
    } else {
        parent.unsorted = true;
    }
}

bool FormTree::before(Index left, Index right) const {
    const int numbers = compare_numbers(key_of(nodes_[left]), key_of(nodes_[right]));
    if (numbers != 0) return numbers < 0;
    const bool left_bears = nodes_[left].kind == FormNode::Kind::index;
    const bool right_bears = nodes_[right].kind == FormNode::Kind::index;
    return left_bears != right_bears ? left_bears : left < right;
}

}  // namespace hookspect::event
