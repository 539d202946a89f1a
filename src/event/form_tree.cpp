#include "event/form_tree.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <random>

namespace hookspect {
namespace {

constexpr std::size_t least_table = 512;

/// The first `size` (1 to 8) of eight readable bytes.
std::uint64_t leading_bytes(const char* at, std::size_t size) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, 8);
    const std::size_t unwanted = 64 - 8 * size;
    return std::endian::native == std::endian::little ? bytes << unwanted : bytes >> unwanted;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t bytes) {
    hash = (hash ^ bytes) * 0x9e3779b97f4a7c15U;
    return hash ^ (hash >> 32);
}

/// `key` stands in the arena, so that eight bytes can be read anywhere in it.
std::uint64_t hash_of(std::uint64_t seed, std::uint32_t parent, std::string_view key) {
    std::uint64_t hash = mixed(seed, (std::uint64_t{parent} << 32) ^ key.size());
    const char* at = key.data();
    std::size_t left = key.size();
    for (; left > 8; left -= 8, at += 8) hash = mixed(hash, leading_bytes(at, 8));
    return left == 0 ? hash : mixed(hash, leading_bytes(at, left));
}

/// Both are as long, and eight bytes can be read anywhere in them.
bool same_bytes(const char* left, const char* right, std::size_t size) {
    for (; size > 8; size -= 8, left += 8, right += 8) {
        if (leading_bytes(left, 8) != leading_bytes(right, 8)) return false;
    }
    return size == 0 || leading_bytes(left, size) == leading_bytes(right, size);
}

/// Decimal numbers of any size without leading zeros.
int compare_numbers(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    return left.compare(right);
}

}  // namespace

// The hash is seeded so that no capture can be written to make keys collide.
FormTree::FormTree() : table_(least_table), seed_((std::uint64_t{std::random_device{}()} << 32) | 1U) {}

void FormTree::clear(const FormText& text) {
    text_ = &text;
    nodes_.assign(1, FormNode{});
    // Of a table that a large body has grown, only the start is used again: clearing costs by the body at
    // hand.
    mask_ = least_table - 1;
    std::fill_n(table_.begin(), least_table, 0U);
    named_ = 0;
    containers_ = 0;
}

FormTree::Index FormTree::child(Index parent, const FormKeyPart& part, std::uint32_t key_place) {
    const bool named = part.kind == FormKeyPart::Kind::name;
    const bool first_element = part.kind == FormKeyPart::Kind::append;
    const std::string_view key =
        first_element ? text_->view(FormText::zero_at, FormText::zero_text.size()) : part.text;
    const std::size_t place = probe(parent, key);
    if (table_[place] != 0) {
        nodes_[parent].named |= named;
        return table_[place];
    }
    const Index index = add(parent, named ? FormNode::Kind::name : FormNode::Kind::index, key, key_place);
    table_[place] = index;
    if (++named_ * 2 > mask_) rehash();
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
    return table_[probe(parent, key)];
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
    node.parent = parent;
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

/// Where the child stands in the table, or the free place where it would.
std::size_t FormTree::probe(Index parent, std::string_view key) const {
    std::size_t place = hash_of(seed_, parent, key) & mask_;
    for (;; place = (place + 1) & mask_) {
        const Index index = table_[place];
        if (index == 0) return place;
        const FormNode& node = nodes_[index];
        if (node.parent == parent && node.key_size == key.size() &&
            same_bytes(text_->view().data() + node.key, key.data(), key.size())) {
            return place;
        }
    }
}

void FormTree::rehash() {
    mask_ = mask_ * 2 + 1;
    if (table_.size() <= mask_) table_.resize(mask_ + 1);
    std::fill_n(table_.begin(), mask_ + 1, 0U);
    for (Index i = 1; i < nodes_.size(); ++i) {
        const FormNode& node = nodes_[i];
        const bool keyed = node.kind == FormNode::Kind::name || node.kind == FormNode::Kind::index;
        if (keyed) table_[probe(node.parent, key_of(node))] = i;
    }
}

bool FormTree::before(Index left, Index right) const {
    const int numbers = compare_numbers(key_of(nodes_[left]), key_of(nodes_[right]));
    if (numbers != 0) return numbers < 0;
    const bool left_bears = nodes_[left].kind == FormNode::Kind::index;
    const bool right_bears = nodes_[right].kind == FormNode::Kind::index;
    return left_bears != right_bears ? left_bears : left < right;
}

}  // namespace hookspect
