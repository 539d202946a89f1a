#include "ops/json_patch.h"

#include "base/align.h"
#include "base/json_pointer.h"
#include "base/json_writer.h"
#include "event/json_value.h"
#include "ops/patch_values.h"

#include <string_view>
#include <vector>

namespace hookspect::ops {
namespace {

/// About how many bytes each value takes as JSON, by slot.
std::vector<std::size_t> sizes_of(const event::Event& event) {
    std::vector<std::size_t> sizes(event.count);
    for (event::SlotIndex i = event.count; i-- > 0;) {  // what is in a container stands behind it
        const event::Slot& slot = event[i];
        const bool container = slot.kind == event::Kind::object || slot.kind == event::Kind::array;
        sizes[i] = container ? 2 : slot.size + 2;
        for (event::SlotIndex j = event.first(i); container && j != event.end(i); j = event.next(j)) {
            if (!event[j].overridden) sizes[i] += sizes[j] + event[j].key_size + 4;
        }
    }
    return sizes;
}

std::vector<event::SlotIndex> elements_in(const event::Event& event, event::SlotIndex list) {
    std::vector<event::SlotIndex> all;
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) all.push_back(i);
    return all;
}

class Patch {
public:
    Patch(const event::Event& from, const event::Event& to)
        : from_(from), to_(to), values_(from, to), new_sizes_(sizes_of(to)) {}

    [[nodiscard]] std::string text() {
        change(0, 0);
        return std::move(out_.append(out_.size() == 1 ? "]" : "\n]"));
    }

private:
    const event::Event& from_;
    const event::Event& to_;
    PatchValues values_;
    std::vector<std::size_t> new_sizes_;
    std::string pointer_;
    std::string out_ = "[";

    /// The value that is at the pointer, and what it is to become.
    void change(event::SlotIndex old_value, event::SlotIndex new_value) {
        if (values_.same(old_value, new_value)) return;
        const event::Kind kind = from_[old_value].kind;
        const bool container = kind == event::Kind::object || kind == event::Kind::array;
        if (!container || kind != to_[new_value].kind) return write("replace", new_value);
        const std::size_t before = out_.size();
        kind == event::Kind::object ? change_members(old_value, new_value)
                                    : change_elements(old_value, new_value);
        constexpr std::size_t around = 40;  // bytes of a replacement beside its pointer and value
        const std::size_t replacement = pointer_.size() + new_sizes_[new_value] + around;
        if (pointer_.empty() || out_.size() - before <= replacement) return;
        out_.resize(before);
        write("replace", new_value);
    }

    void change_members(event::SlotIndex old_object, event::SlotIndex new_object) {
        const MemberMap old_members = members_by_key(from_, old_object);
        const MemberMap new_members = members_by_key(to_, new_object);
        for (const auto& member : old_members) {
            const auto found = new_members.find(member.first);
            at(member.first, [&] {
                found == new_members.end() ? write("remove", 0) : change(member.second, found->second);
            });
        }
        for (const auto& member : new_members) {
            if (!old_members.contains(member.first)) at(member.first, [&] { write("add", member.second); });
        }
    }

    void change_elements(event::SlotIndex old_list, event::SlotIndex new_list) {
        const std::vector<event::SlotIndex> old_elements = elements_in(from_, old_list);
        const std::vector<event::SlotIndex> new_elements = elements_in(to_, new_list);
        std::vector<base::Aligned> kept =
            base::align(numbers(Side::before, old_elements), numbers(Side::after, new_elements));
        kept.push_back({old_elements.size(), new_elements.size()});
        base::Aligned done{0, 0};
        for (const base::Aligned& next : kept) {
            change_gap(std::span(old_elements).subspan(done.before, next.before - done.before),
                       std::span(new_elements).subspan(done.after, next.after - done.after), done.after);
            done = {next.before + 1, next.after + 1};
        }
    }

    /// The elements between two that stay. Operations are applied one after the other: those before have made
    /// the beginning of the list what it is to be, so that `index` counts in the new one.
    void change_gap(std::span<const event::SlotIndex> old_elements,
                    std::span<const event::SlotIndex> new_elements, std::size_t index) {
        const std::size_t paired = std::min(old_elements.size(), new_elements.size());
        for (std::size_t i = 0; i < paired; ++i, ++index) {
            at(std::to_string(index), [&] { change(old_elements[i], new_elements[i]); });
        }
        for (std::size_t i = paired; i < old_elements.size(); ++i) {
            at(std::to_string(index), [&] { write("remove", 0); });
        }
        for (std::size_t i = paired; i < new_elements.size(); ++i, ++index) {
            at(std::to_string(index), [&] { write("add", new_elements[i]); });
        }
    }

    std::vector<std::uint32_t> numbers(Side side, const std::vector<event::SlotIndex>& values) {
        std::vector<std::uint32_t> all;
        all.reserve(values.size());
        for (const event::SlotIndex value : values) all.push_back(values_.number(side, value));
        return all;
    }

    template <typename Action>
    void at(std::string_view token, const Action& action) {
        const std::size_t before = pointer_.size();
        base::append_pointer_token(pointer_, token);
        action();
        pointer_.resize(before);
    }

    /// `value`: slot of the new event; 0 where the operation has none.
    void write(std::string_view operation, event::SlotIndex value) {
        out_.append(out_.size() == 1 ? "\n" : ",\n");
        base::JsonWriter json(out_);
        json.begin_object().member("op", operation).member("path", pointer_);
        if (value != 0) event::append_effective_json(json.key("value").raw(), to_, value);
        json.end_object();
    }
};

}  // namespace

std::string json_patch(const event::Event& from, const event::Event& to) {
    return Patch(from, to).text();
}

}  // namespace hookspect::ops
