#include "schema/names.h"

#include "base/nearest.h"
#include "schema/ids.h"
#include "schema/path_spot.h"
#include "schema/path_text.h"

#include <algorithm>
#include <span>
#include <utility>

namespace hookspect::schema {
namespace {

using std::string_view;

constexpr std::size_t longest_path = 512;  // bytes; what is longer names nothing

std::optional<std::vector<PathToken>> parse(string_view path) {
    if (path.empty() || path.size() > longest_path) return std::nullopt;
    std::size_t at = 0;
    WrittenPath written;
    if (read_path(path, at, PathEnd::text, written) || at != path.size()) return std::nullopt;
    return std::move(written.tokens);
}

/// Follows a path through the schema and notes the fields on its way. Unlike a path of `get`, it may name the
/// fields of PersonProperty below a list of them.
class NamedField {
public:
    explicit NamedField(const Spot& root) : spot_(root) {}

    /// Takes a step; false if the schema does not know it.
    bool take(const PathToken& token) {
        if (all_) return false;
        if (token.kind == PathToken::Kind::any_member && !is_free()) return take_all();
        if (is_free()) return append_rest(token), true;
        if (const FieldId id = named_in_property(token); id != no_field) return enter(id), true;
        const Spots next = step_from({spot_}, token);
        if (next.empty()) return false;
        if (next.front().field == no_field || next.front().kind == Spot::Kind::property) {
            append_rest(token);
            spot_ = next.front();
        } else if (token.kind == PathToken::Kind::name && next.front().field != spot_.field) {
            enter(next.front().field);
        } else {
            spot_ = next.front();
        }
        return true;
    }

    void enter(FieldId id) {
        const Field& row = field(id);
        const bool in_list =
            !found_.trail.empty() && field(found_.trail.back()).type == ValueType::properties;
        if (in_list) found_.path += "[*]";
        if (!found_.path.empty()) found_.path += '.';
        found_.path += row.key;
        found_.trail.push_back(id);
        spot_ = spot_of(id);
    }

    /// Puts the name of a type that is in several places before the path.
    void begin_with(string_view type) { found_.path = type; }

    /// The type of the object, or of the elements of the list, that the path has come to.
    [[nodiscard]] ObjectType inside() const {
        return spot_.kind == Spot::Kind::properties ? element_of(spot_).object : spot_.object;
    }
    [[nodiscard]] const FieldName& found() const { return found_; }

private:
    /// What is here has no documented name of its own.
    [[nodiscard]] bool is_free() const {
        return !found_.trail.empty() &&
               (spot_.kind == Spot::Kind::free || spot_.kind == Spot::Kind::property);
    }

    [[nodiscard]] FieldId named_in_property(const PathToken& token) const {
        const bool list = spot_.kind == Spot::Kind::properties && token.kind == PathToken::Kind::name;
        return list ? find_field(inside(), token.key) : no_field;
    }

    /// Every member: what is there is the object's or the list's own meaning.
    bool take_all() {
        all_ = spot_.kind == Spot::Kind::object;
        const bool list = spot_.kind == Spot::Kind::strings || spot_.kind == Spot::Kind::properties;
        return (all_ && !found_.trail.empty()) || list;
    }

    void append_rest(const PathToken& token) {
        const bool element =
            token.kind == PathToken::Kind::index || token.kind == PathToken::Kind::any_element;
        if (!found_.rest.empty() && !element) found_.rest += '.';
        found_.rest +=
            element || token.kind == PathToken::Kind::any_member ? path_of(std::span(&token, 1)) : token.key;
    }

    Spot spot_;
    bool all_ = false;  // every member of the object was named
    FieldName found_;
};

/// The walk begun at the type that the first step names, if it names one: `PersonProperty.key`,
/// `Campaign.title`.
std::optional<NamedField> begin_at_type(string_view name) {
    for (const ObjectInfo& info : objects()) {
        const bool named = info.type != ObjectType::none && info.name == name && info.path != name;
        if (!named) continue;
        const auto place = info.path.empty() ? std::nullopt : find_path(info.path);
        NamedField walk(place ? root_spot() : Spot{Spot::Kind::object, info.type, no_field});
        if (place) {
            for (const FieldId id : place->trail) walk.enter(id);
        } else if (info.type != ObjectType::event) {
            walk.begin_with(name);
        }
        return walk;
    }
    return std::nullopt;
}

struct Progress {
    NamedField walk;
    std::size_t taken;  // steps
};

Progress follow(const std::vector<PathToken>& steps) {
    const bool can_be_type = steps.front().kind == PathToken::Kind::name && steps.size() > 1;
    const auto typed = can_be_type ? begin_at_type(steps.front().key) : std::nullopt;
    Progress progress{typed ? *typed : NamedField(root_spot()), typed ? std::size_t{1} : std::size_t{0}};
    while (progress.taken < steps.size() && progress.walk.take(steps[progress.taken])) ++progress.taken;
    return progress;
}

std::optional<ResourceName> find_in_resources(string_view name) {
    constexpr string_view alias = "resource";
    const string_view below = name.substr(std::min(alias.size(), name.size()));
    if (!name.starts_with(alias) || !(below.empty() || below.front() == '.')) return std::nullopt;
    ResourceName found{std::string(name), {}};
    for (const ResourceFields& resource : ids::resources) {
        if (auto path = find_path(std::string(resource.name).append(below)))
            found.fields.push_back(std::move(*path));
    }
    if (found.fields.empty()) return std::nullopt;
    return found;
}

string_view without_list_mark(string_view name) {
    if (name.size() > 2 && name.substr(name.size() - 2) == "[]") name.remove_suffix(2);
    return name;
}

std::optional<ObjectType> find_object_type(string_view name) {
    for (const ObjectInfo& info : objects()) {
        if (info.type != ObjectType::none && info.name == name && info.path != name) return info.type;
    }
    return std::nullopt;
}

bool same_letters(string_view a, string_view b) {
    return a.size() == b.size() && base::edit_distance(a, b, 0) == 0;
}

string_view last_part(string_view name) {
    const std::size_t separator = name.find_last_of("./");
    return separator == string_view::npos ? name : name.substr(separator + 1);
}

/// Collects suggestions once each.
class Suggestions {
public:
    void add(std::string name) {
        const bool known = std::find(names_.begin(), names_.end(), name) != names_.end();
        if (!known && names_.size() < most) names_.push_back(std::move(name));
    }
    [[nodiscard]] bool empty() const { return names_.empty(); }
    [[nodiscard]] std::vector<std::string> take() { return std::move(names_); }

private:
    static constexpr std::size_t most = 8;
    std::vector<std::string> names_;
};

/// The path with dots, where it may have been a JSON Pointer.
std::string dotted(std::span<const PathToken> steps) {
    std::vector<PathToken> tokens(steps.begin(), steps.end());
    for (PathToken& token : tokens) {
        const auto index = token.pointer ? list_index(token.key) : std::nullopt;
        token.pointer = false;
        if (!index) continue;
        token.kind = PathToken::Kind::index;
        token.index = *index;
    }
    return path_of(tokens);
}

/// The keys of an object that a wrong one was most likely meant to be: `en` for `en-US` too.
std::vector<string_view> keys_near(const std::string& wrong, ObjectType inside) {
    std::vector<string_view> keys;
    for (const Field& row : fields_of(inside)) keys.push_back(row.key);
    std::vector<string_view> near = base::nearest(wrong, keys);
    const FieldId front = find_field(inside, string_view(wrong).substr(0, wrong.find_first_of("-_")));
    if (near.empty() && front != no_field) near.push_back(field(front).key);
    return near;
}

/// Replaces the first step that the schema does not know by keys that are near it.
void add_mended(string_view name, Suggestions& suggestions) {
    auto steps = parse(name);
    if (!steps || steps->empty()) return;
    const Progress progress = follow(*steps);
    if (progress.taken == steps->size() || (*steps)[progress.taken].kind != PathToken::Kind::name) return;
    const std::string wrong = (*steps)[progress.taken].key;
    for (const string_view key : keys_near(wrong, progress.walk.inside())) {
        (*steps)[progress.taken].key = key;
        auto known = find_path(dotted(*steps));
        if (!known) known = find_path(dotted(std::span(*steps).first(progress.taken + 1)));
        if (known) suggestions.add(known->path);
    }
}

/// The part of a path that the schema knows.
void add_front(string_view name, Suggestions& suggestions) {
    const auto steps = parse(name);
    if (!steps || steps->empty()) return;
    const Progress progress = follow(*steps);
    if (!progress.walk.found().trail.empty()) suggestions.add(progress.walk.found().path);
}

/// Fields with this very key, wherever they stand.
void add_owners(string_view key, Suggestions& suggestions) {
    for (const Field& row : fields()) {
        if (same_letters(row.key, key)) suggestions.add(field_path(id_of(row)));
    }
}

/// Everything that `find_name` knows by one name.
std::vector<std::string> all_names() {
    std::vector<std::string> names = all_paths();
    for (const RuleInfo& info : rules()) names.emplace_back(info.name);
    for (const TextTypeInfo& info : text_types()) names.emplace_back(info.name);
    for (const ObjectInfo& info : objects()) {
        if (find_object_type(info.name)) names.emplace_back(info.name);
    }
    names.insert(names.end(), action_names().begin(), action_names().end());
    return names;
}

/// Names spelled nearly the same, and for a bare word the fields with such a key.
void add_near_names(string_view name, bool bare, Suggestions& suggestions) {
    const std::vector<std::string> names = all_names();
    std::vector<string_view> candidates(names.begin(), names.end());
    if (bare) {
        for (const Field& row : fields()) {
            const bool listed = std::find(candidates.begin(), candidates.end(), row.key) != candidates.end();
            if (!listed) candidates.push_back(row.key);
        }
    }
    const std::vector<string_view> near = base::nearest(name, candidates);
    if (near.empty()) return;
    // Next to a good guess, a poor one only distracts.
    const std::size_t limit = base::edit_distance(name, near.front(), base::nearest_longest_word) + 1;
    for (const string_view one : near) {
        if (base::edit_distance(name, one, limit) > limit) break;
        if (std::find(names.begin(), names.end(), one) != names.end()) suggestions.add(std::string(one));
        if (bare) add_owners(one, suggestions);
    }
}

}  // namespace

std::optional<FieldName> find_path(std::string_view path) {
    const auto steps = parse(path);
    if (!steps || steps->empty()) return std::nullopt;
    const Progress progress = follow(*steps);
    if (progress.taken != steps->size() || progress.walk.found().trail.empty()) return std::nullopt;
    return progress.walk.found();
}

std::optional<Name> find_name(std::string_view name) {
    if (const auto path = find_path(name)) return *path;
    if (auto resource = find_in_resources(name)) return *std::move(resource);
    const string_view bare = without_list_mark(name);
    if (const auto type = find_object_type(bare)) return *type;
    if (const auto type = find_text_type(bare)) return *type;
    if (const auto rule = find_rule(name)) return *rule;
    const auto codes = languages();
    const auto code = std::find(codes.begin(), codes.end(), name);
    if (code != codes.end()) return LanguageName{*code};
    if (const auto action = find_action(bare_schema_org_name(name))) return *action;
    return std::nullopt;
}

std::vector<std::string> nearest_names(std::string_view name) {
    Suggestions suggestions;
    if (name.empty() || name.size() > longest_path) return {};
    const string_view last = last_part(name);
    const bool bare = last.size() == name.size();
    if (bare) add_owners(last, suggestions);
    if (suggestions.empty()) add_mended(name, suggestions);
    if (suggestions.empty() || bare) add_near_names(name, bare, suggestions);
    if (suggestions.empty() && !bare) add_owners(last, suggestions);
    if (suggestions.empty() && !bare) add_front(name, suggestions);
    if (suggestions.empty() && bare) {
        const auto language = find_name(name.substr(0, name.find_first_of("-_")));
        if (language && std::holds_alternative<LanguageName>(*language)) {
            suggestions.add(std::string(std::get<LanguageName>(*language).code));
        }
        const string_view action = nearest_action(name);
        if (!action.empty()) suggestions.add(std::string(action));
    }
    return suggestions.take();
}

std::vector<std::string> all_paths() {
    std::vector<std::string> paths;
    for (const Field& row : fields()) paths.push_back(field_path(id_of(row)));
    return paths;
}

std::vector<std::string> places_of(ObjectType type) {
    std::vector<std::string> places;
    for (const Field& row : fields()) {
        const bool nested_in_itself = row.owner == type;
        if (row.object != type || nested_in_itself) continue;
        places.push_back(field_path(id_of(row)) + (row.type == ValueType::properties ? "[*]" : ""));
    }
    return places;
}

}  // namespace hookspect::schema
