#include "query/path.h"

#include "query/path_check.h"
#include "query/path_text.h"

#include <utility>

namespace hookspect {
namespace {

/// `.campaign.id` is what jq takes.
void suggest_without_dot(std::string_view text, QueryError& error) {
    if (error.offset != 0 || text.size() < 2 || text.front() != '.') return;
    const std::string_view rest = text.substr(1);
    if (is_known_path(rest)) error.hint = "did you mean " + std::string(rest) + "?";
}

}  // namespace

std::variant<Path, QueryError> parse_path(std::string_view text) {
    std::size_t at = 0;
    WrittenPath written;
    if (auto error = read_path(text, at, PathEnd::text, written)) {
        suggest_without_dot(text, *error);
        return std::move(*error);
    }
    if (at != text.size()) return unexpected_at(text, at);
    return understand(written);
}

std::variant<std::vector<Path>, QueryError> parse_paths(std::string_view text) {
    std::vector<WrittenPath> list;
    if (auto error = read_path_list(text, list)) {
        suggest_without_dot(text, *error);
        return std::move(*error);
    }
    std::vector<Path> paths;
    for (const WrittenPath& written : list) {
        auto path = understand(written);
        if (auto* error = std::get_if<QueryError>(&path)) return std::move(*error);
        paths.push_back(std::move(*std::get_if<Path>(&path)));
    }
    return paths;
}

std::variant<Path, QueryError> parse_path_prefix(std::string_view text, std::size_t& size) {
    size = 0;
    WrittenPath written;
    if (auto error = read_path(text, size, PathEnd::prefix, written)) return std::move(*error);
    return understand(written);
}

}  // namespace hookspect
