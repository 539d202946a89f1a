#include "schema/path_check.h"

#include "schema/ids.h"

#include <algorithm>
#include <utility>

namespace hookspect::schema {
namespace {

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

}  // namespace hookspect::schema
