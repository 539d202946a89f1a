#include "schema/actions.h"

#include "base/nearest.h"

#include <algorithm>
#include <array>
#include <string>

namespace hookspect::schema {
namespace {

using std::string_view;

struct VocabularyRow {
    string_view name;
    string_view type;
};

#include "schema/vocabulary.inc.h"

constexpr string_view thing = "Thing";
constexpr std::size_t not_found = static_cast<std::size_t>(-1);

template <typename Names>
constexpr std::size_t index_in(const Names& sorted, string_view name) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), name);
    return at != sorted.end() && *at == name ? static_cast<std::size_t>(at - sorted.begin()) : not_found;
}

static_assert(std::is_sorted(vocabulary_types.begin(), vocabulary_types.end()));
static_assert(std::is_sorted(vocabulary_statuses.begin(), vocabulary_statuses.end()));
static_assert(vocabulary_types.size() < 256);

constexpr bool by_name(const VocabularyRow& a, const VocabularyRow& b) {
    return a.name < b.name;
}
static_assert(std::is_sorted(vocabulary_properties.begin(), vocabulary_properties.end(), by_name));

constexpr std::size_t property_count = [] {
    std::size_t count = 0;
    string_view last;
    for (const VocabularyRow& row : vocabulary_properties) {
        if (row.name != last) ++count;
        last = row.name;
    }
    return count;
}();

constexpr auto property_names = [] {
    std::array<string_view, property_count> names{};
    std::size_t count = 0;
    for (const VocabularyRow& row : vocabulary_properties) {
        if (count == 0 || names[count - 1] != row.name) names[count++] = row.name;
    }
    return names;
}();

/// One bit for each property.
using PropertySet = std::array<std::uint64_t, (property_count + 63) / 64>;
using PropertySets = std::array<PropertySet, vocabulary_types.size()>;

/// A row as places in the sorted names. Resolved once for all, since comparing texts is what costs a compiler
/// steps.
struct Link {
    std::size_t name;
    std::size_t type;  // `thing_index` for Thing
};
constexpr std::size_t thing_index = not_found;

template <std::size_t Count, typename Names>
constexpr std::array<Link, Count> resolve(const std::array<VocabularyRow, Count>& rows, const Names& names) {
    std::array<Link, Count> links{};
    for (std::size_t i = 0; i < Count; ++i) {
        links[i] = {index_in(names, rows[i].name), index_in(vocabulary_types, rows[i].type)};
    }
    return links;
}

constexpr auto property_links = resolve(vocabulary_properties, property_names);
constexpr auto parent_links = resolve(vocabulary_parents, vocabulary_types);

constexpr bool only_thing_is_no_action() {
    for (const VocabularyRow& row : vocabulary_properties) {
        if (row.type != thing && index_in(vocabulary_types, row.type) == not_found) return false;
    }
    return true;
}
static_assert(only_thing_is_no_action());

constexpr PropertySet own_properties(std::size_t type) {
    PropertySet set{};
    for (const Link& link : property_links) {
        if (link.type == type) set[link.name / 64] |= std::uint64_t{1} << (link.name % 64);
    }
    return set;
}

constexpr bool contains(const PropertySet& set, std::size_t bit) {
    return ((set[bit / 64] >> (bit % 64)) & 1) != 0;
}

constexpr bool merge(PropertySet& into, const PropertySet& from) {
    bool changed = false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::uint64_t merged = into[i] | from[i];
        changed = changed || merged != into[i];
        into[i] = merged;
    }
    return changed;
}

// Properties flow down from parents until nothing changes: the order of rows does not matter, nor do several
// parents.
constexpr PropertySets all_properties = [] {
    PropertySets sets{};
    const PropertySet of_thing = own_properties(thing_index);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        sets[i] = own_properties(i);
        merge(sets[i], of_thing);
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const Link& link : parent_links) {
            if (link.type != thing_index && merge(sets[link.name], sets[link.type])) changed = true;
        }
    }
    return sets;
}();

std::vector<string_view> names_in(const PropertySet& set) {
    std::vector<string_view> names;
    for (std::size_t i = 0; i < property_names.size(); ++i) {
        if (contains(set, i)) names.push_back(property_names[i]);
    }
    return names;
}

constexpr std::size_t index_of(ActionType type) {
    return static_cast<std::size_t>(type);
}

string_view behind_last_separator(string_view text) {
    const std::size_t separator = text.find_last_of("/:#");
    return separator == string_view::npos ? text : text.substr(separator + 1);
}

}  // namespace

std::string_view action_vocabulary_release() noexcept {
    return vocabulary_release;
}

std::span<const std::string_view> action_names() noexcept {
    return vocabulary_types;
}

std::optional<ActionType> find_action(std::string_view bare_name) noexcept {
    const std::size_t index = index_in(vocabulary_types, bare_name);
    if (index == not_found) return std::nullopt;
    return static_cast<ActionType>(index);
}

std::string_view action_name(ActionType type) noexcept {
    return vocabulary_types[index_of(type)];
}

std::string_view nearest_action(std::string_view name) {
    const string_view bare = behind_last_separator(name);
    const auto near = base::nearest(bare, vocabulary_types);
    if (!near.empty()) return near.front();
    if (bare.empty() || bare.size() > base::nearest_longest_word) return {};
    // `Share` for ShareAction. What is added must not make a short word look near.
    const std::string whole = std::string(bare).append("Action");
    const auto completed = base::nearest(whole, vocabulary_types);
    if (completed.empty()) return {};
    const std::size_t limit = std::min(base::nearest_limit(bare), bare.size() - 1);
    return base::edit_distance(whole, completed.front(), limit) <= limit ? completed.front() : string_view{};
}

std::vector<ActionType> action_parents(ActionType type) {
    std::vector<ActionType> parents;
    for (const Link& link : parent_links) {
        if (link.name == index_of(type) && link.type != thing_index) {
            parents.push_back(static_cast<ActionType>(link.type));
        }
    }
    return parents;
}

bool action_has_property(ActionType type, std::string_view property) noexcept {
    const std::size_t bit = index_in(property_names, property);
    return bit != not_found && contains(all_properties[index_of(type)], bit);
}

std::vector<std::string_view> action_own_properties(ActionType type) {
    return names_in(own_properties(index_of(type)));
}

std::vector<std::string_view> thing_properties() {
    return names_in(own_properties(thing_index));
}

std::span<const std::string_view> action_statuses() noexcept {
    return vocabulary_statuses;
}

bool is_action_status(std::string_view bare_name) noexcept {
    return index_in(vocabulary_statuses, bare_name) != not_found;
}

std::string_view bare_schema_org_name(std::string_view text) noexcept {
    constexpr std::array<string_view, 3> prefixes{"schema:", "https://schema.org/", "http://schema.org/"};
    for (const string_view prefix : prefixes) {
        if (text.substr(0, prefix.size()) == prefix) {
            text.remove_prefix(prefix.size());
            break;
        }
    }
    return text.find_first_of("/:#?") == string_view::npos ? text : string_view{};
}

}  // namespace hookspect::schema
