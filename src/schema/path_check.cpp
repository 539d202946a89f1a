#include "schema/path_check.h"

#include "base/nearest.h"
#include "base/wording.h"
#include "schema/ids.h"
#include "schema/language.h"
#include "schema/names.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace hookspect::schema {
namespace {

using std::string_view;
using Token = PathToken::Kind;
using Step = PathStep::Kind;

Step step_kind(const PathToken& token, const Spots& before) {
    switch (token.kind) {
        case Token::index: return Step::element;
        case Token::any_element: return Step::any_element;
        case Token::any_member: return Step::any_member;
        case Token::keyed: return Step::property;
        case Token::name: break;
    }
    const bool properties = any_is(before, Spot::Kind::properties) || any_is(before, Spot::Kind::property);
    const bool index = list_index(token.key).has_value();
    if (index && token.pointer && properties) return Step::element;
    if (index && before.size() == 1 && before.front().kind == Spot::Kind::strings) return Step::element;
    return properties ? Step::property : Step::member;
}

PathStep step_of(const PathToken& token, const Spots& before, const Spots& after) {
    PathStep step{step_kind(token, before), token.key, 0, common_field(after)};
    if (step.kind != Step::element) return step;
    step.index = token.kind == Token::index ? token.index : list_index(token.key).value_or(0);
    return step;
}

/// The spots of all tracks together.
Spots joined(const std::vector<Spots>& tracks) {
    Spots all;
    for (const Spots& track : tracks) {
        for (const Spot& spot : track) {
            if (std::find(all.begin(), all.end(), spot) == all.end()) all.push_back(spot);
        }
    }
    return all;
}

/// Where a path begins: at the event, or at each of the resources. These go side by side.
std::vector<Spots> first_spots(bool of_resource) {
    if (!of_resource) return {{Spot{Spot::Kind::object, ObjectType::event, no_field}}};
    std::vector<Spots> tracks;
    tracks.reserve(ids::resources.size());
    for (const ResourceFields& resource : ids::resources) tracks.push_back({spot_of(resource.object)});
    return tracks;
}

bool begins_at_resource(const WrittenPath& written) {
    const PathToken& first = written.tokens.front();
    return first.kind == Token::name && !first.pointer && first.key == "resource";
}

// What an error says of a step that the schema does not know, and which paths it suggests.

constexpr std::size_t most_suggestions = 4;

/// Paths, once each.
class Suggestions {
public:
    void add(const std::string& path) {
        const bool known = std::find(paths_.begin(), paths_.end(), path) != paths_.end();
        if (!known && paths_.size() < most_suggestions) paths_.push_back(path);
    }
    [[nodiscard]] bool empty() const { return paths_.empty(); }

    [[nodiscard]] std::string hint() const {
        if (paths_.empty()) return {};
        const std::vector<string_view> views(paths_.begin(), paths_.end());
        return "did you mean " + base::either_of(views) + "?";
    }

private:
    std::vector<std::string> paths_;
};

/// The keys that a wrong one was most likely meant to be.
std::vector<string_view> keys_near(string_view wrong, ObjectType inside) {
    std::vector<string_view> keys;
    for (const Field& row : fields_of(inside)) keys.push_back(row.key);
    if (inside == ObjectType::event) keys.emplace_back("resource");
    if (is_multilingual(inside)) {
        const string_view language = language_meant_by(wrong);
        return language.empty() ? std::vector<string_view>{} : std::vector{language};
    }
    return base::nearest(wrong, keys);
}

/// The path with another key in place of the unknown one, as far as the schema knows that.
void add_mended(const WrittenPath& written, std::size_t wrong, string_view key, Suggestions& suggestions) {
    std::vector<PathToken> tokens = written.tokens;
    tokens[wrong].key = key;
    for (const std::size_t size : {tokens.size(), wrong + 1}) {
        const std::string path = path_of(std::span(tokens).first(size));
        if (is_known_path(path)) return suggestions.add(path);
    }
}

/// Names of the schema are paths here where they are fields; a field of properties is reached by their index.
void add_named(const std::string& name, Suggestions& suggestions) {
    constexpr string_view type = "PersonProperty.";
    const bool of_property = name.rfind(type, 0) == 0;
    const std::string path = of_property ? "person.properties[*]." + name.substr(type.size()) : name;
    if (is_known_path(path)) suggestions.add(path);
}

/// A key that several resources have is asked of the event's own.
void add_shared(string_view key, Suggestions& suggestions) {
    std::size_t owners = 0;
    for (const ResourceFields& resource : ids::resources)
        owners += find_field(resource.type, key) != no_field ? 1 : 0;
    if (owners > 1) suggestions.add("resource." + std::string(key));
}

/// The path without one of its steps.
void add_without(const WrittenPath& written, std::size_t step, Suggestions& suggestions) {
    std::vector<PathToken> tokens = written.tokens;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(step));
    const std::string path = path_of(tokens);
    if (is_known_path(path)) suggestions.add(path);
}

/// Where fields are that have such a name.
void add_found(const WrittenPath& written, Suggestions& suggestions) {
    std::vector<PathToken> dotted = written.tokens;
    for (PathToken& token : dotted) token.pointer = false;
    const std::string path = path_of(dotted);
    if (path != written.text && is_known_path(path)) return suggestions.add(path);  // `/resource/id`
    if (dotted.size() == 1) add_shared(dotted.front().key, suggestions);
    for (const std::string& name : nearest_names(path)) add_named(name, suggestions);
}

bool all_multilingual(const Spots& spots) {
    return std::all_of(spots.begin(), spots.end(),
                       [](const Spot& spot) { return is_multilingual(spot.object); });
}

/// A person's e-mail address, name and the like are properties: what `person.email` was meant to be. Of any
/// other field: nothing.
void add_property(const WrittenPath& written, std::size_t step, Suggestions& suggestions) {
    constexpr std::array<string_view, 10> usual{"email",  "name",    "first",     "last",     "phone",
                                                "gender", "address", "languages", "birthday", "company"};
    const string_view key = written.tokens[step].key;
    const bool at_person = step == 1 && written.tokens[0].key == "person";
    const bool is_usual = std::find(usual.begin(), usual.end(), key) != usual.end();
    // `languages` alone is more likely the documented field.
    const auto rows = fields();
    const bool is_documented =
        std::any_of(rows.begin(), rows.end(), [&](const Field& row) { return row.key == key; });
    if (is_usual && (at_person || (step == 0 && !is_documented)) && written.tokens.size() == step + 1)
        suggestions.add("person.properties." + std::string(key));
}

std::string hint_for(const WrittenPath& written, const UnknownStep& unknown) {
    const std::size_t step = unknown.token;
    const PathToken& token = written.tokens[step];
    Suggestions suggestions;
    if (any_is(unknown.before, Spot::Kind::strings)) {
        suggestions.add(path_of(std::span(written.tokens).first(step)) + (token.pointer ? "/0" : "[*]"));
    }
    if (token.kind != PathToken::Kind::name || !any_is(unknown.before, Spot::Kind::object))
        return suggestions.hint();
    if (step == 0 && token.key == "$" && written.tokens.size() > 1) add_without(written, 0, suggestions);
    add_property(written, step, suggestions);
    if (!suggestions.empty()) return suggestions.hint();
    for (const Spot& spot : unknown.before) {
        if (spot.kind != Spot::Kind::object) continue;
        for (const string_view key : keys_near(token.key, spot.object))
            add_mended(written, step, key, suggestions);
        // The key of a property was named behind an index.
        if (spot.object == ObjectType::person_property) add_without(written, step - 1, suggestions);
    }
    if (suggestions.empty() && all_multilingual(unknown.before)) {
        std::string codes = "the languages are";
        for (const string_view code : languages()) codes.append(" ").append(code);
        return codes;
    }
    if (suggestions.empty()) add_found(written, suggestions);
    return suggestions.hint();
}

bool all_are(const Spots& spots, Spot::Kind kind) {
    return std::all_of(spots.begin(), spots.end(), [kind](const Spot& spot) { return spot.kind == kind; });
}

/// What an element of a list of strings, or another scalar is called.
std::string scalar_name(const Spots& spots) {
    const FieldId id = common_field(spots);
    if (id == no_field) return "a single value";
    const Field& row = field(id);
    return "a " + std::string(row.type == ValueType::strings ? "string" : type_name(row));
}

std::string message_for(const WrittenPath& written, const UnknownStep& unknown) {
    const PathToken& token = written.tokens[unknown.token];
    const std::string parent = path_of(std::span(written.tokens).first(unknown.token));
    const bool name = token.kind == PathToken::Kind::name;
    const bool member = name || token.kind == PathToken::Kind::any_member;
    if (unknown.token == 0 && name) return "unknown field " + base::quoted(token.key);
    if (unknown.token == 0) return "an event is not a list";
    if (all_are(unknown.before, Spot::Kind::scalar)) {
        return parent + " is " + scalar_name(unknown.before) + " and has no fields";
    }
    if (all_are(unknown.before, Spot::Kind::strings)) {
        return parent + (member ? " is a list without keys" : " is not a list of properties");
    }
    if (!member) return parent + " is not a list";
    return parent + (all_multilingual(unknown.before) ? " has no language " : " has no field ") +
           base::quoted(token.key);
}

}  // namespace

std::optional<UnknownStep> check_path(const WrittenPath& written, Path& path) {
    path = {};
    path.text = written.text;
    path.of_resource = begins_at_resource(written);
    std::vector<Spots> tracks = first_spots(path.of_resource);
    Spots before = joined(tracks);
    for (std::size_t i = path.of_resource ? 1 : 0; i < written.tokens.size(); ++i) {
        const PathToken& token = written.tokens[i];
        for (Spots& track : tracks) track = step_from(track, token);
        Spots after = joined(tracks);
        if (after.empty()) return UnknownStep{i, std::move(before), path.of_resource};
        path.steps.push_back(step_of(token, before, after));
        path.several |= token.kind == Token::any_member || token.kind == Token::any_element;
        before = std::move(after);
    }
    if (!path.of_resource) {
        path.field = common_field(before);
        return std::nullopt;
    }
    for (std::size_t i = 0; i < tracks.size(); ++i) path.resource_fields[i] = common_field(tracks[i]);
    return std::nullopt;
}

Spots spots_at(const WrittenPath& written) {
    const bool of_resource = begins_at_resource(written);
    Spots spots = joined(first_spots(of_resource));
    for (std::size_t i = of_resource ? 1 : 0; i < written.tokens.size(); ++i) {
        spots = step_from(spots, written.tokens[i]);
    }
    return spots;
}

std::variant<Path, base::TextError> understand(const WrittenPath& written) {
    Path path;
    const auto unknown = check_path(written, path);
    if (unknown) return unknown_step_error(written, *unknown);
    return path;
}

bool is_known_path(std::string_view text) {
    std::size_t at = 0;
    WrittenPath written;
    if (read_path(text, at, PathEnd::text, written) || at != text.size()) return false;
    Path path;
    return !check_path(written, path);
}

base::TextError unknown_step_error(const WrittenPath& written, const UnknownStep& unknown) {
    const PathToken& token = written.tokens[unknown.token];
    return {message_for(written, unknown), token.offset, token.size, hint_for(written, unknown)};
}

}  // namespace hookspect::schema
