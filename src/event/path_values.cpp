#include "event/path_values.h"

#include "event/tape_walk.h"
#include "schema/ids.h"
#include "schema/path_spot.h"
#include "schema/path_text.h"

#include <set>
#include <string>

namespace hookspect::event {
namespace {

using Step = schema::PathStep::Kind;

/// What is found of a property that is named by its key.
enum class OfProperty : std::uint8_t { value, all };

/// Which of several properties with the key that is named.
enum class OfKey : std::uint8_t { first, every };

class Finder {
public:
    Finder(const Event& event, const std::vector<schema::PathStep>& steps, std::vector<SlotIndex>& values,
           std::vector<Wildcard>* wildcards, OfProperty of_property, OfKey of_key)
        : event_(event),
          steps_(steps),
          values_(values),
          wildcards_(wildcards),
          of_property_(of_property),
          of_key_(of_key) {}

    /// A value on the way.
    struct Cursor {
        SlotIndex slot = 0;
        bool property = false;  // a PersonProperty that was named by its key: what it holds is meant
    };

    void walk(Cursor at, std::size_t step) {
        for (; step < steps_.size(); ++step) {
            if (schema::is_wildcard(steps_[step])) return walk_all(at, step);
            if (of_key_ == OfKey::every && names_property(at, step)) return walk_key(at, step);
            at = follow(at, steps_[step]);
            if (at.slot == 0) return;
        }
        const bool inside = at.property && of_property_ == OfProperty::value;
        const SlotIndex value = inside ? event_.find(at.slot, "value") : at.slot;
        if (value == 0) return;
        values_.push_back(value);
        if (wildcards_ != nullptr) wildcards_->insert(wildcards_->end(), trail_.begin(), trail_.end());
    }

    [[nodiscard]] Reach reach() {
        Cursor at;
        std::size_t taken = 0;
        for (; taken < steps_.size(); ++taken) {
            const Cursor next = follow(at, steps_[taken]);
            if (next.slot == 0) break;
            at = next;
        }
        return {taken, at.slot, at.property, container(at)};
    }

private:
    const Event& event_;
    const std::vector<schema::PathStep>& steps_;
    std::vector<SlotIndex>& values_;
    std::vector<Wildcard>* wildcards_;
    OfProperty of_property_;
    OfKey of_key_;
    std::vector<Wildcard> trail_;
    std::string scratch_;

    /// A list in the list has its field too, but no key.
    [[nodiscard]] bool is_property_list(SlotIndex list) const {
        const Slot& slot = event_[list];
        const bool documented =
            slot.field != schema::no_field && schema::field(slot.field).type == schema::ValueType::properties;
        return documented && slot.kind == Kind::array && slot.key_size > 0;
    }

    /// Where the steps behind a value lead into.
    [[nodiscard]] SlotIndex container(const Cursor& at) const {
        if (!at.property) return at.slot;
        const SlotIndex list = event_.find(at.slot, "properties");
        const bool nested =
            list != 0 && event_[list].kind == Kind::array && event_.first(list) != event_.end(list);
        return nested ? list : event_.find(at.slot, "value");
    }

    Cursor follow(const Cursor& at, const schema::PathStep& step) {
        const SlotIndex parent = container(at);
        if (parent == 0 && at.property) return {};
        if (event_[parent].kind == Kind::object) {
            const bool index = step.kind == Step::element && step.key.empty();
            return {index ? 0 : event_.find(parent, step.key)};
        }
        if (event_[parent].kind != Kind::array) return {};
        if (step.kind == Step::element) return {element(parent, step.index)};
        if (is_property_list(parent)) return {property(parent, step.key), true};
        const auto index = schema::list_index(step.key);
        return {index ? element(parent, *index) : 0};
    }

    [[nodiscard]] SlotIndex element(SlotIndex list, std::size_t index) const {
        for (SlotIndex i = event_.first(list); i != event_.end(list); i = event_.next(i)) {
            if (index-- == 0) return i;
        }
        return 0;
    }

    /// The key of a property in a list; nothing where it has none. Valid until the next call.
    const std::string* property_key(SlotIndex property) {
        const SlotIndex slot = event_.find(property, "key");
        if (slot == 0 || event_[slot].kind != Kind::string) return nullptr;
        std::string decoded;
        scratch_ = event_.text(event_[slot], decoded);
        return &scratch_;
    }

    SlotIndex property(SlotIndex list, const std::string& key) {
        for (SlotIndex i = event_.first(list); i != event_.end(list); i = event_.next(i)) {
            const std::string* own = property_key(i);
            if (own != nullptr && *own == key) return i;
        }
        return 0;
    }

    [[nodiscard]] bool names_property(const Cursor& at, std::size_t step) const {
        const SlotIndex parent = container(at);
        const bool missing = parent == 0 && at.property;
        return !missing && steps_[step].kind != Step::element && event_[parent].kind == Kind::array &&
               is_property_list(parent);
    }

    /// Each property with the key. Recursion is no deeper than a path has steps.
    void walk_key(const Cursor& at, std::size_t step) {
        const SlotIndex list = container(at);
        for (SlotIndex i = event_.first(list); i != event_.end(list); i = event_.next(i)) {
            const std::string* own = property_key(i);
            if (own != nullptr && *own == steps_[step].key) walk({i, true}, step + 1);
        }
    }

    void walk_all(const Cursor& at, std::size_t step) {
        const SlotIndex parent = container(at);
        if (parent == 0 && at.property) return;
        const bool list = event_[parent].kind == Kind::array;
        const bool members = steps_[step].kind == Step::any_member;
        if (members && is_property_list(parent)) return walk_properties(parent, step);
        if (members ? event_[parent].kind != Kind::object : !list) return;
        std::uint32_t index = 0;
        for (SlotIndex i = event_.first(parent); i != event_.end(parent); i = event_.next(i)) {
            if (!event_[i].overridden) walk_into({i, index, false}, step);
            ++index;
        }
    }

    void walk_properties(SlotIndex list, std::size_t step) {
        std::uint32_t index = 0;
        std::set<std::string> seen;
        for (SlotIndex i = event_.first(list); i != event_.end(list); i = event_.next(i)) {
            const std::string* key = property_key(i);
            const bool wanted = key != nullptr && (of_key_ == OfKey::every || seen.insert(*key).second);
            if (wanted) walk_into({i, index, true}, step);
            ++index;
        }
    }

    struct Branch {
        SlotIndex slot;
        std::uint32_t index;
        bool property;
    };

    /// Recursion is no deeper than a path has steps.
    void walk_into(const Branch& branch, std::size_t step) {
        trail_.push_back({branch.slot, branch.index});
        walk({branch.slot, branch.property}, step + 1);
        trail_.pop_back();
    }
};

/// The field that holds the event's own resource, or no_field.
schema::FieldId own_resource(const Event& event) {
    const SlotIndex name = event.at(schema::ids::event_resource);
    if (name == 0 || event[name].kind != Kind::string) return schema::no_field;
    std::string scratch;
    const schema::ResourceFields* resource = schema::ids::resource_named(event.text(event[name], scratch));
    return resource == nullptr ? schema::no_field : resource->object;
}

void find(const Event& event, const schema::Path& path, std::vector<SlotIndex>& values,
          std::vector<Wildcard>* wildcards, OfProperty of_property = OfProperty::value,
          OfKey of_key = OfKey::first) {
    const schema::FieldId resource = path.of_resource ? own_resource(event) : schema::no_field;
    if (path.of_resource && resource == schema::no_field) return;
    // Most paths are of fields that the decoder has noted, and need no walk at all.
    const schema::Descent start = schema::descend(path, resource);
    const SlotIndex slot = start.field == schema::no_field ? 0 : event.at(start.field);
    if (!start.known || (slot == 0 && start.field != schema::no_field)) return;
    if (start.taken == path.steps.size()) return values.push_back(slot);
    Finder(event, path.steps, values, wildcards, of_property, of_key).walk({slot, false}, start.taken);
}

/// A path that begins with `*`, and `any`.
void want_all(Selection& selection) {
    for (const schema::Field& row : schema::fields_of(schema::ObjectType::event))
        selection.want(schema::id_of(row));
    selection.undocumented = Selection::Want::whole;
}

}  // namespace

void find_values(const Event& event, const schema::Path& path, std::vector<SlotIndex>& values) {
    find(event, path, values, nullptr);
}

void find_every(const Event& event, const schema::Path& path, std::vector<SlotIndex>& values) {
    if (!path.any) return find(event, path, values, nullptr, OfProperty::value, OfKey::every);
    for (SlotIndex i = 0; i < event.count;) {
        const Slot& slot = event[i];
        if (!slot.overridden && (slot.kind == Kind::string || slot.kind == Kind::number)) values.push_back(i);
        i = slot.overridden || !is_container(slot.kind) ? slot.next : i + 1;
    }
}

void find_places(const Event& event, const schema::Path& path, std::vector<SlotIndex>& places) {
    find(event, path, places, nullptr, OfProperty::all);
}

void find_matches(const Event& event, const schema::Path& path, Matches& matches) {
    find(event, path, matches.values, &matches.wildcards);
}

Reach reach(const Event& event, const std::vector<schema::PathStep>& steps) {
    std::vector<SlotIndex> none;
    return Finder(event, steps, none, nullptr, OfProperty::all, OfKey::first).reach();
}

void select(const schema::Path& path, Selection& selection) {
    if (path.any) return want_all(selection);
    if (!path.of_resource) {
        const schema::Descent descent = schema::descend(path);
        return descent.field == schema::no_field ? want_all(selection) : selection.want(descent.field);
    }
    selection.want(schema::ids::event_resource);
    for (const schema::ResourceFields& resource : schema::ids::resources) {
        const schema::Descent descent = schema::descend(path, resource.object);
        if (descent.known) selection.want(descent.field);
    }
}

}  // namespace hookspect::event
