#include "ops/diff.h"

#include "base/align.h"
#include "base/seeded_hash.h"
#include "event/tape_walk.h"
#include "ops/diff_look.h"
#include "ops/diff_properties.h"
#include "ops/diff_values.h"
#include "schema/ids.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace hookspect::ops {
namespace {

constexpr std::array<Side, 2> both_sides{Side::before, Side::after};

Meaning meaning_of(const event::Event& before, const event::Event& after, bool raw) {
    if (raw) return Meaning::raw;
    return before.encoding == after.encoding ? Meaning::domain : Meaning::form;
}

/// Goes through both events side by side, container by container.
class Walker {
public:
    Walker(Difference& out, const DiffOptions& options)
        : out_(out),
          sides_{{out.event.before, Look(*out.event.before, options)},
                 {out.event.after, Look(*out.event.after, options)}},
          meaning_(meaning_of(*out.event.before, *out.event.after, options.raw)),
          classes_(sides_, meaning_) {
        out_.json_side = out.event.before->encoding == event::Encoding::json ? Side::before : Side::after;
    }

    void walk() {
        ComparedPair root;
        root.slot = {0, 0};
        current_ = 0;
        if (!descend({.slot = {0, 0}})) {
            out_.pairs.push_back(root);
            compare({.slot = {0, 0}});
        }
        while (!waiting_.empty()) {
            current_ = static_cast<std::uint32_t>(out_.pairs.size());
            out_.pairs.push_back(waiting_.back());
            waiting_.pop_back();
            const std::size_t waiting = waiting_.size();
            walk_pair();
            std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(waiting), waiting_.end());
        }
        std::stable_sort(out_.changes.begin(), out_.changes.end(),
                         [](const Change& a, const Change& b) { return a.section < b.section; });
    }

private:
    using PairKind = ComparedPair::Kind;

    /// Where two values stand that belong together, in the current pair.
    struct Place {
        Both<event::SlotIndex> slot{no_slot, no_slot};
        Both<std::uint32_t> index{};
        Both<bool> named{};
    };

    Difference& out_;
    Both<DiffSide> sides_;
    Meaning meaning_;
    ValueClasses classes_;
    std::vector<ComparedPair> waiting_;  // a stack
    std::uint32_t current_ = 0;          // in Difference::pairs

    [[nodiscard]] const ComparedPair& pair() const { return out_.pairs[current_]; }
    [[nodiscard]] const event::Event& event(Side side) const { return *sides_[side].event; }
    [[nodiscard]] bool is(const Place& place, Side side, event::Kind kind) const {
        return place.slot[side] != no_slot && event(side)[place.slot[side]].kind == kind;
    }

    void walk_pair() {
        switch (pair().kind) {
            case PairKind::object: return walk_object();
            case PairKind::list: return walk_list();
            case PairKind::set: return walk_set();
            case PairKind::properties: return walk_properties();
        }
    }

    // Two values

    static bool is_in_both(const Place& place) {
        return place.slot.before != no_slot && place.slot.after != no_slot;
    }

    void compare(Place place) {
        const bool element = pair().kind != PairKind::object;
        if (meaning_ == Meaning::form && (!element || is_in_both(place)) && same_in_form(place)) return;
        if (meaning_ != Meaning::raw && !element) {
            for (const Side side : both_sides) {
                if (is(place, side, event::Kind::null)) place.slot[side] = no_slot;
            }
        }
        if (place.slot.before == no_slot && place.slot.after == no_slot) return;
        if (descend(place)) return;
        if (is_list_of_one(place)) return note(place);
        if (is_in_both(place) && same_scalars(sides_, place.slot, meaning_, out_.json_side)) {
            return note_type(place);
        }
        report(place);
    }

    void report(const Place& place) {
        Change change;
        change.slot = place.slot;
        change.index = place.index;
        change.named = place.named;
        change.pair = current_;
        change.section = section_of(place);
        if (place.slot.before == no_slot) change.kind = ChangeKind::added;
        if (place.slot.after == no_slot) change.kind = ChangeKind::removed;
        out_.changes.push_back(change);
    }

    /// The elements of a set are told beside its key, the value of a property beside that property's.
    [[nodiscard]] std::uint32_t section_of(const Place& place) const {
        if (pair().kind == PairKind::set) return pair().parent;
        if (!pair().property) return current_;
        const Side side = place.slot.after != no_slot ? Side::after : Side::before;
        const bool is_value = event(side)[place.slot[side]].field == schema::ids::property_value;
        return is_value && pair().named[side] ? pair().parent : current_;
    }

    // What a form has no way to write

    void note(const Place& place) {
        const Side json = out_.json_side;
        out_.uncarried.push_back({place.slot[json], current_, place.index[json]});
    }

    void note_type(const Place& place) {
        if (meaning_ != Meaning::form) return;
        if (event(Side::before)[place.slot.before].kind != event(Side::after)[place.slot.after].kind)
            note(place);
    }

    /// A form reads one value under a documented list as a list of one.
    [[nodiscard]] bool is_list_of_one(const Place& place) const {
        if (meaning_ != Meaning::form || !is_in_both(place)) return false;
        const Side json = out_.json_side;
        const Side form = json == Side::before ? Side::after : Side::before;
        const event::Slot& value = event(json)[place.slot[json]];
        const event::SlotIndex list = place.slot[form];
        if (value.field == schema::no_field || event::is_container(value.kind)) return false;
        const schema::ValueType type = schema::field(value.field).type;
        const bool documented = type == schema::ValueType::strings || type == schema::ValueType::properties;
        if (!documented || !is(place, form, event::Kind::array)) return false;
        const event::SlotIndex element = event(form).first(list);
        if (element == event(form).end(list) || event(form).next(element) != event(form).end(list))
            return false;
        Both<event::SlotIndex> slot = place.slot;
        slot[form] = element;
        return same_scalars(sides_, slot, meaning_, json);
    }

    /// Whether all that the form has in place of a JSON value is nothing, because it cannot have more.
    bool same_in_form(const Place& place) {
        const Side json = out_.json_side;
        const Side form = json == Side::before ? Side::after : Side::before;
        const bool in_form = place.slot[form] != no_slot;
        if (in_form && !is(place, form, event::Kind::null) && !is_empty_text(place, form)) return false;
        if (place.slot[json] == no_slot) return true;
        if (is(place, json, event::Kind::null)) {
            if (in_form && !is(place, form, event::Kind::null)) note(place);
            return true;
        }
        if (is_empty_text(place, json)) {
            if (is(place, form, event::Kind::null)) note(place);
            return in_form;
        }
        if (classes_.of(json, place.slot[json]) != ValueClasses::hollow) return false;
        note(place);
        return true;
    }

    [[nodiscard]] bool is_empty_text(const Place& place, Side side) const {
        return is(place, side, event::Kind::string) && event(side)[place.slot[side]].size == 0;
    }

    // Two containers

    /// Takes two containers on, to be compared member by member. With --only, one that is looked into may
    /// have no counterpart.
    bool descend(const Place& place) {
        ComparedPair next;
        next.parent = current_;
        next.slot = place.slot;
        next.index = place.index;
        next.named = place.named;
        next.property = !out_.pairs.empty() && pair().kind == PairKind::properties;
        const auto kind = kind_of(place);
        if (kind) {
            next.kind = *kind;
        } else if (!look_inside(next)) {
            return false;
        }
        for (const Side side : both_sides) {
            if (next.property && next.slot[side] != no_slot)
                next.parts[side] = parts_of(event(side), next.slot[side]);
        }
        waiting_.push_back(next);
        return true;
    }

    [[nodiscard]] std::optional<PairKind> kind_of(const Place& place) const {
        if (is(place, Side::before, event::Kind::object) && is(place, Side::after, event::Kind::object))
            return PairKind::object;
        if (is(place, Side::before, event::Kind::array) && is(place, Side::after, event::Kind::array)) {
            return list_kind(Side::before, place.slot.before);
        }
        if (meaning_ != Meaning::form) return std::nullopt;
        const Side json = out_.json_side;
        const Side form = json == Side::before ? Side::after : Side::before;
        const bool indexed = is(place, form, event::Kind::array) && is(place, json, event::Kind::object) &&
                             is_index_object(event(json), place.slot[json]);
        return indexed ? std::optional(PairKind::list) : std::nullopt;
    }

    [[nodiscard]] PairKind list_kind(Side side, event::SlotIndex list) const {
        const event::Slot& slot = event(side)[list];
        const bool member = out_.pairs.empty() || pair().kind == PairKind::object;
        if (meaning_ == Meaning::raw || slot.field == schema::no_field || !member) return PairKind::list;
        switch (schema::field(slot.field).type) {
            case schema::ValueType::strings: return PairKind::set;
            case schema::ValueType::properties: return PairKind::properties;
            default: return PairKind::list;
        }
    }

    [[nodiscard]] bool look_inside(ComparedPair& next) const {
        for (const Side side : both_sides) {
            if (next.slot[side] == no_slot) continue;
            if (sides_[side].look.at(next.slot[side]) != Look::At::inside) continue;
            const bool object = event(side)[next.slot[side]].kind == event::Kind::object;
            next.kind = object ? PairKind::object : list_kind(side, next.slot[side]);
            event::SlotIndex& other = next.slot[side == Side::before ? Side::after : Side::before];
            if (other == no_slot) return true;
            const event::Kind kind = event(side == Side::before ? Side::after : Side::before)[other].kind;
            if (kind == event::Kind::object || kind == event::Kind::array) return false;
            other = no_slot;
            return true;
        }
        return false;
    }

    // Objects, by key

    struct Member {
        Both<event::SlotIndex> slot{no_slot, no_slot};
        schema::FieldId field = schema::no_field;
    };

    void walk_object() {
        std::vector<Member> members;
        base::SeededMap<std::size_t> by_key;
        std::string scratch;
        for (const Side side : both_sides) {
            const event::SlotIndex object = pair().slot[side];
            if (object == no_slot) continue;
            const event::Event& own = event(side);
            for (event::SlotIndex i = own.first(object); i != own.end(object); i = own.next(i)) {
                if (!sides_[side].counts(i)) continue;
                const auto [entry, fresh] =
                    by_key.try_emplace(std::string(own.key(own[i], scratch)), members.size());
                if (fresh) members.push_back({.field = own[i].field});
                members[entry->second].slot[side] = i;
            }
        }
        std::stable_sort(members.begin(), members.end(),
                         [](const Member& a, const Member& b) { return a.field < b.field; });
        for (const Member& member : members) compare({.slot = member.slot});
    }

    // Lists

    [[nodiscard]] std::vector<ListElement> elements(Side side) {
        const event::SlotIndex list = pair().slot[side];
        if (list == no_slot) return {};
        std::vector<ListElement> all = elements_of(event(side), list);
        const auto left_out = [&](const ListElement& element) {
            if (!sides_[side].counts(element.slot)) return true;
            if (meaning_ != Meaning::form || classes_.of(side, element.slot) != ValueClasses::hollow)
                return false;
            Place place;
            place.slot[side] = element.slot;
            place.index[side] = element.index;
            note(place);
            return true;
        };
        all.erase(std::remove_if(all.begin(), all.end(), left_out), all.end());
        return all;
    }

    [[nodiscard]] std::vector<std::uint32_t> classes(Side side, std::span<const ListElement> of) {
        std::vector<std::uint32_t> found;
        found.reserve(of.size());
        for (const ListElement& element : of) found.push_back(classes_.of(side, element.slot));
        return found;
    }

    static Place place_of(const ListElement& before, const ListElement& after) {
        return {.slot = {before.slot, after.slot}, .index = {before.index, after.index}};
    }

    void compare_one(Side side, const ListElement& element) {
        Place place;
        place.slot[side] = element.slot;
        place.index[side] = element.index;
        compare(place);
    }

    void walk_list() {
        const Both<std::vector<ListElement>> all{elements(Side::before), elements(Side::after)};
        std::vector<base::Aligned> matches =
            base::align(classes(Side::before, all.before), classes(Side::after, all.after));
        matches.push_back({all.before.size(), all.after.size()});
        base::Aligned from{0, 0};
        for (const base::Aligned& match : matches) {
            walk_gap(std::span(all.before).subspan(from.before, match.before - from.before),
                     std::span(all.after).subspan(from.after, match.after - from.after));
            if (match.before == all.before.size()) return;
            if (meaning_ == Meaning::form)
                compare(place_of(all.before[match.before], all.after[match.after]));
            from = {match.before + 1, match.after + 1};
        }
    }

    /// Between elements that are the same, those that may be one element which has changed go together in
    /// their order.
    void walk_gap(std::span<const ListElement> before, std::span<const ListElement> after) {
        const std::size_t paired = std::min(before.size(), after.size());
        for (std::size_t i = 0; i < paired; ++i) {
            if (may_be_one(before[i], after[i])) {
                compare(place_of(before[i], after[i]));
            } else {
                compare_one(Side::before, before[i]);
                compare_one(Side::after, after[i]);
            }
        }
        for (const ListElement& element : before.subspan(paired)) compare_one(Side::before, element);
        for (const ListElement& element : after.subspan(paired)) compare_one(Side::after, element);
    }

    [[nodiscard]] bool may_be_one(const ListElement& before, const ListElement& after) const {
        const auto shape = [](const event::Slot& slot) {
            return slot.kind == event::Kind::object || slot.kind == event::Kind::array ? slot.kind
                                                                                       : event::Kind::null;
        };
        return shape(event(Side::before)[before.slot]) == shape(event(Side::after)[after.slot]);
    }

    void walk_set() {
        const Both<std::vector<ListElement>> all{elements(Side::before), elements(Side::after)};
        for (const Side side : both_sides) {
            const Side other = side == Side::before ? Side::after : Side::before;
            const auto others = classes(other, all[other]);
            std::unordered_set<std::uint32_t> seen(others.begin(), others.end());
            for (const ListElement& element : all[side]) {
                if (seen.insert(classes_.of(side, element.slot)).second) compare_one(side, element);
            }
        }
    }

    void walk_properties() {
        const Both<std::vector<ListElement>> all{elements(Side::before), elements(Side::after)};
        const Both<std::vector<bool>> firsts{firsts_of_keys(Side::before), firsts_of_keys(Side::after)};
        for (const PropertyPair& found : pair_properties(classes_, out_.event, all)) {
            Place place;
            for (const Side side : both_sides) {
                if (found[side] == no_property) continue;
                const ListElement& element = all[side][found[side]];
                place.slot[side] = element.slot;
                place.index[side] = element.index;
                place.named[side] = firsts[side][element.index];
            }
            compare(place);
        }
    }

    [[nodiscard]] std::vector<bool> firsts_of_keys(Side side) const {
        const event::SlotIndex list = pair().slot[side];
        return list == no_slot ? std::vector<bool>() : ops::firsts_of_keys(event(side), list);
    }
};

}  // namespace

ChangeCounts Difference::counts() const {
    ChangeCounts counts;
    for (const Change& change : changes) ++counts[change.kind];
    return counts;
}

Difference diff(const event::Event& before, const event::Event& after, const DiffOptions& options) {
    Difference difference;
    difference.event = {&before, &after};
    Walker(difference, options).walk();
    return difference;
}

}  // namespace hookspect::ops
