#include "schema/paths.h"

#include "base/json_pointer.h"
#include "base/nearest.h"
#include "schema/ids.h"

#include <algorithm>
#include <utility>

namespace hookspect::schema {
namespace {

using std::string_view;

constexpr std::size_t longest_path = 512;  // bytes; what is longer names nothing

/// One step of a path.
struct Step {
    enum class Kind : std::uint8_t { key, element, all } kind = Kind::key;
    std::string text;
};

bool is_index(string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == string_view::npos;
}

std::vector<Step> pointer_steps(string_view pointer) {
    std::vector<Step> steps;
    while (!pointer.empty()) {
        const string_view token = base::take_pointer_token(pointer);
        steps.push_back(
            {is_index(token) ? Step::Kind::element : Step::Kind::key, base::unescaped_token(token)});
    }
    return steps;
}

/// The step in brackets, `[0]`, `[*]`, `[key=email]` or `["a.b"]`, taken off the front of `path`.
std::optional<Step> take_brackets(string_view& path) {
    const char quote = path.size() > 1 ? path[1] : '\0';
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t end = quoted ? path.find(quote, 2) : path.find(']');
    if (end == string_view::npos) return std::nullopt;
    const std::size_t closing = quoted ? end + 1 : end;
    if (closing >= path.size() || path[closing] != ']') return std::nullopt;
    const std::size_t begin = quoted ? 2 : 1;
    const auto kind = quoted ? Step::Kind::key : Step::Kind::element;
    const Step step{kind, std::string(path.substr(begin, end - begin))};
    path.remove_prefix(closing + 1);
    return step;
}

std::optional<std::vector<Step>> dotted_steps(string_view path) {
    std::vector<Step> steps;
    bool wants_key = true;
    while (!path.empty()) {
        if (path.front() == '[') {
            const auto step = take_brackets(path);
            if (!step) return std::nullopt;
            steps.push_back(*step);
        } else {
            if (!wants_key) return std::nullopt;
            const string_view key = path.substr(0, path.find_first_of(".["));
            if (key.empty()) return std::nullopt;
            steps.push_back({key == "*" ? Step::Kind::all : Step::Kind::key, std::string(key)});
            path.remove_prefix(key.size());
        }
        wants_key = !path.empty() && path.front() == '.';
        if (wants_key) path.remove_prefix(1);
        if (wants_key && path.empty()) return std::nullopt;
    }
    return steps;
}

std::optional<std::vector<Step>> parse(string_view path) {
    if (path.empty() || path.size() > longest_path) return std::nullopt;
    if (path.front() == '/') return pointer_steps(path);
    return dotted_steps(path);
}

/// Follows steps through the schema.
class Walk {
public:
    explicit Walk(ObjectType root) : inside_(root) {}

    /// Takes a step; false if the schema does not know it.
    bool take(const Step& step) {
        if (all_) return false;
        if (!found_.rest.empty() || is_free()) return take_free(step);
        if (step.kind == Step::Kind::element) return take_element(step);
        if (step.kind == Step::Kind::all) return take_all();
        const FieldId id = find_field(inside_, step.text);
        if (id == no_field) return takes_any_key() && take_free(step);
        enter(id);
        return true;
    }

    void enter(FieldId id) {
        const Field& row = field(id);
        if (in_list_ && !found_.path.empty()) found_.path += "[*]";
        if (!found_.path.empty()) found_.path += '.';
        found_.path += row.key;
        found_.trail.push_back(id);
        inside_ = row.object;
        in_list_ = row.type == ValueType::properties;
        element_ = false;
    }

    /// Puts the name of a type that stands in several places before the path.
    void begin_with(string_view type) { found_.path = type; }

    [[nodiscard]] ObjectType inside() const { return inside_; }
    [[nodiscard]] const FieldName& found() const { return found_; }

private:
    /// Whether the last field has this type.
    [[nodiscard]] bool is_at(ValueType type) const {
        return !found_.trail.empty() && field(found_.trail.back()).type == type;
    }
    [[nodiscard]] bool is_list() const { return is_at(ValueType::strings) || is_at(ValueType::properties); }
    /// Inside a `value`, which may be anything.
    [[nodiscard]] bool is_free() const { return is_at(ValueType::any); }
    /// Open objects, and lists of properties, in which a name is a property's key.
    [[nodiscard]] bool takes_any_key() const {
        return is_at(ValueType::object) ? object(inside_).open : in_list_ && !element_;
    }

    /// Every member: what stands there is the object's or the list's own meaning.
    bool take_all() {
        all_ = is_at(ValueType::object);
        return all_ || is_list();
    }

    bool take_element(const Step& step) {
        if (!is_list() || element_) return false;
        const bool by_key = step.text.rfind("key=", 0) == 0;
        if (by_key && !in_list_) return false;
        if (!by_key && step.text != "*" && !is_index(step.text)) return false;
        if (by_key) return take_free({Step::Kind::key, step.text.substr(4)});
        element_ = true;
        return true;
    }

    bool take_free(const Step& step) {
        if (!found_.rest.empty() && step.kind != Step::Kind::element) found_.rest += '.';
        found_.rest += step.kind == Step::Kind::element ? "[" + step.text + "]" : step.text;
        return true;
    }

    ObjectType inside_;
    bool in_list_ = false;  // the last field is a list of properties
    bool element_ = false;  // one element of the list was named
    bool all_ = false;      // every member of the object was named
    FieldName found_;
};

/// The walk begun at the type that the first step names, if it names one: `PersonProperty.key`,
/// `Campaign.title`.
std::optional<Walk> begin_at_type(string_view name) {
    for (const ObjectInfo& info : objects()) {
        const bool named = info.type != ObjectType::none && info.name == name && info.path != name;
        if (!named) continue;
        const auto place = info.path.empty() ? std::nullopt : find_path(info.path);
        Walk walk(place ? ObjectType::event : info.type);
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
    Walk walk;
    std::size_t taken;  // steps
};

Progress follow(const std::vector<Step>& steps) {
    const bool can_be_type = steps.front().kind == Step::Kind::key && steps.size() > 1;
    const auto typed = can_be_type ? begin_at_type(steps.front().text) : std::nullopt;
    Progress progress{typed ? *typed : Walk(ObjectType::event), typed ? std::size_t{1} : std::size_t{0}};
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

std::string joined(const std::vector<Step>& steps) {
    std::string path;
    for (const Step& step : steps) {
        const bool brackets = step.kind == Step::Kind::element;
        if (!path.empty() && !brackets) path += '.';
        path += brackets ? "[" + step.text + "]" : step.text;
    }
    return path;
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
    if (progress.taken == steps->size() || (*steps)[progress.taken].kind != Step::Kind::key) return;
    const std::string wrong = (*steps)[progress.taken].text;
    for (const string_view key : keys_near(wrong, progress.walk.inside())) {
        (*steps)[progress.taken].text = key;
        const auto end = steps->begin() + static_cast<std::ptrdiff_t>(progress.taken) + 1;
        auto known = find_path(joined(*steps));
        if (!known) known = find_path(joined({steps->begin(), end}));
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
