#include "schema/path.h"

#include "schema/path_check.h"
#include "schema/path_text.h"

#include <algorithm>
#include <utility>

namespace hookspect::schema {
namespace {

/// `.campaign.id` is what jq takes.
void suggest_without_dot(std::string_view text, base::TextError& error) {
    if (error.offset != 0 || text.size() < 2 || text.front() != '.') return;
    const std::string_view rest = text.substr(1);
    if (is_known_path(rest)) error.hint = "did you mean " + std::string(rest) + "?";
}

class Lister {
public:
    void list(ObjectType type, const std::string& prefix) {
        for (const Field& row : fields_of(type)) list(row, prefix + std::string(row.key));
    }

    std::vector<ListedPath> paths;

private:
    void list(const Field& row, const std::string& path) {
        paths.push_back({path, std::string(type_name(row))});
        if (row.type == ValueType::properties) return list_properties(row, path);
        if (row.type != ValueType::object) return;
        if (!is_multilingual(row.object)) return list(row.object, path + ".");
        paths.push_back({path + ".*", std::string(type_name(fields_of(row.object).front()))});
    }

    /// Once by key, once by index; what is nested in a property is like it.
    void list_properties(const Field& row, const std::string& path) {
        if (row.owner == row.object) return;
        const FieldId value = find_field(row.object, "value");
        paths.push_back({path + ".KEY", std::string(type_name(field(value)))});
        list(row.object, path + "[*].");
    }
};

}  // namespace

bool is_wildcard(const PathStep& step) {
    return step.kind == PathStep::Kind::any_member || step.kind == PathStep::Kind::any_element;
}

std::size_t count_wildcards(const Path& path) {
    return static_cast<std::size_t>(std::count_if(path.steps.begin(), path.steps.end(), is_wildcard));
}

std::variant<Path, base::TextError> parse_path(std::string_view text) {
    std::size_t at = 0;
    WrittenPath written;
    if (auto error = read_path(text, at, PathEnd::text, written)) {
        suggest_without_dot(text, *error);
        return std::move(*error);
    }
    if (at != text.size()) return unexpected_at(text, at);
    return understand(written);
}

std::variant<std::vector<Path>, base::TextError> parse_paths(std::string_view text) {
    std::vector<WrittenPath> list;
    if (auto error = read_path_list(text, list)) {
        suggest_without_dot(text, *error);
        return std::move(*error);
    }
    std::vector<Path> paths;
    for (const WrittenPath& written : list) {
        auto path = understand(written);
        if (auto* error = std::get_if<base::TextError>(&path)) return std::move(*error);
        paths.push_back(std::move(*std::get_if<Path>(&path)));
    }
    return paths;
}

std::variant<Path, base::TextError> parse_path_prefix(std::string_view text, std::size_t& size) {
    size = 0;
    WrittenPath written;
    if (auto error = read_path(text, size, PathEnd::prefix, written)) return std::move(*error);
    if (written.text == "any") return Path{.text = "any", .several = true, .any = true};
    return understand(written);
}

std::vector<ListedPath> list_paths() {
    Lister lister;
    lister.list(ObjectType::event, "");
    return std::move(lister.paths);
}

}  // namespace hookspect::schema
