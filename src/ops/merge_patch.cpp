#include "ops/merge_patch.h"

#include "base/json_pointer.h"
#include "base/json_text.h"
#include "event/json_value.h"
#include "ops/patch_values.h"

namespace hookspect::ops {
namespace {

class Merge {
public:
    Merge(const event::Event& from, const event::Event& to) : from_(from), to_(to), values_(from, to) {}

    [[nodiscard]] MergePatch patch() {
        change_members(members_by_key(from_, 0), 0);
        return std::move(patch_);
    }

private:
    const event::Event& from_;
    const event::Event& to_;
    PatchValues values_;
    std::string pointer_;
    MergePatch patch_;

    /// Writes the object that a patch has for members to become those of an object of the new event.
    void change_members(const MemberMap& old_members, event::SlotIndex new_object) {
        std::string& out = patch_.text;
        const MemberMap new_members = members_by_key(to_, new_object);
        out.push_back('{');
        for (const auto& [key, value] : old_members) {
            const std::size_t before = out.size();
            const auto found = new_members.find(key);
            write_key(key);
            if (found == new_members.end()) {
                out.append("null");
            } else if (!at(key, value, found->second)) {
                out.resize(before);
            }
        }
        for (const auto& [key, value] : new_members) {
            if (old_members.contains(key)) continue;
            const std::size_t before = out.size();
            write_key(key);
            if (!at(key, 0, value)) out.resize(before);
        }
        out.push_back('}');
    }

    void write_key(const std::string& key) {
        if (patch_.text.back() != '{') patch_.text.push_back(',');
        base::append_json_string(patch_.text, key);
        patch_.text.push_back(':');
    }

    bool at(const std::string& key, event::SlotIndex old_value, event::SlotIndex new_value) {
        const std::size_t before = pointer_.size();
        base::append_pointer_token(pointer_, key);
        const bool written = change(old_value, new_value);
        pointer_.resize(before);
        return written;
    }

    /// Writes what makes a value (0: none) the new one. False where nothing is to be written.
    bool change(event::SlotIndex old_value, event::SlotIndex new_value) {
        const bool from_object = old_value != 0 && from_[old_value].kind == event::Kind::object;
        if (to_[new_value].kind == event::Kind::object) {
            const std::size_t before = patch_.text.size();
            change_members(from_object ? members_by_key(from_, old_value) : MemberMap(), new_value);
            return !from_object || patch_.text.size() > before + 2;
        }
        if (old_value != 0 && values_.same(old_value, new_value)) return false;
        if (to_[new_value].kind == event::Kind::null) {
            patch_.unsayable.push_back(pointer_);
            return false;
        }
        event::append_effective_json(patch_.text, to_, new_value);
        return true;
    }
};

}  // namespace

MergePatch merge_patch(const event::Event& from, const event::Event& to) {
    return Merge(from, to).patch();
}

}  // namespace hookspect::ops
