#pragma once

#include "event/form_keys.h"
#include "event/form_text.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// A place in the tree that the keys of a form body spell. It may hold values, members and elements at once;
/// what that amounts to is told when all fields are in.
struct FormNode {
    enum class Kind : std::uint8_t {
        name,
        index,
        append,  // `a[]=`: an element without index
        repeat,  // a further value of the parent's own key
    };
    std::uint32_t key =
        0;  // the part's text in the arena; of an element without index, the highest index before it
    std::uint32_t key_size = 0;
    std::uint32_t key_place = 0;  // in the body, of the key of its first field
    std::uint32_t value = 0;      // the first value, where `has_value`
    std::uint32_t value_size = 0;
    std::uint32_t value_place = 0;
    std::uint32_t path = 0;   // of a node with a key: what the keys up to here are, in any body
    std::uint32_t first = 0;  // child; children stand in the order of their first fields. 0: none
    std::uint32_t last = 0;
    std::uint32_t next = 0;        // sibling
    std::uint32_t highest = 0;     // the child with the highest index
    std::uint32_t slot = 0;        // in the event, once it is written
    std::uint32_t value_slot = 0;  // of the first value: differs where the node became a list
    Kind kind = Kind::name;
    bool has_value = false;  // one, before any child
    bool repeats = false;    // and more, as children
    bool named = false;      // has children of Kind::name
    bool listed = false;     // has children with an index or `[]`
    bool unsorted = false;   // an index was lower than one before it
};

/// Builds the tree. Node 0 is the root. All of it is near-linear in the number of key parts, whatever the
/// keys are.
class FormTree {
public:
    using Index = std::uint32_t;

    void clear(const FormText& text);

    /// The paths of nodes stay known when the tree is cleared. The highest of them, and one more.
    [[nodiscard]] std::size_t end_of_paths() const { return paths_.end(); }
    /// The tree must be cleared then.
    void forget_paths();

    /// The child that a key part names, made if need be. `[]` before further parts is element 0, as in qs.
    /// The part's text stands in the arena.
    [[nodiscard]] Index child(Index parent, const FormKeyPart& part, std::uint32_t key_place);

    /// The node that the steps lead to, made if need be: what child() gives for one after the other from the
    /// root on. Their texts stand in the arena from `key` on.
    [[nodiscard]] Index reach(std::span<const FormStep> steps, std::uint32_t key, std::uint32_t key_place);

    /// Room for one more value, of `parent` itself or as a new element of it. Returns the node that holds it,
    /// for the caller to fill in.
    [[nodiscard]] Index value_at(Index parent, std::uint32_t key_place);
    [[nodiscard]] Index append_to(Index parent, std::uint32_t key_place);

    /// The child with this key, or 0.
    [[nodiscard]] Index find(Index parent, std::string_view key) const;

    /// Brings the children of a list in the order of their indices; those without stay behind the highest
    /// index that stood before them.
    void sort_children(Index parent);

    [[nodiscard]] FormNode& operator[](Index index) { return nodes_[index]; }
    [[nodiscard]] const FormNode& operator[](Index index) const { return nodes_[index]; }
    /// Nodes that have children.
    [[nodiscard]] std::size_t containers() const { return containers_; }

private:
    [[nodiscard]] Index add(Index parent, FormNode::Kind kind, std::string_view key, std::uint32_t key_place);
    [[nodiscard]] Index add_child(Index parent, const FormKeyPart& part, FormNames::Id path,
                                  std::uint32_t key_place);
    [[nodiscard]] Index at_path(FormNames::Id path) const {
        return path < at_path_.size() ? at_path_[path] : 0;
    }
    [[nodiscard]] Index append(Index parent, FormNode::Kind kind, std::uint32_t key_place);
    void note_index(FormNode& parent, Index index);
    [[nodiscard]] std::string_view key_of(const FormNode& node) const {
        return text_->view(node.key, node.key_size);
    }
    [[nodiscard]] bool before(Index left, Index right) const;

    const FormText* text_ = nullptr;
    std::vector<FormNode> nodes_;
    FormNames paths_;             // each the text of a part behind the path before it
    std::vector<Index> at_path_;  // the node that has the path in this body, or 0
    std::size_t containers_ = 0;
    std::vector<Index> order_;
};

}  // namespace hookspect::event
