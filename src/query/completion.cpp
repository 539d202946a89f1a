#include "query/completion.h"

#include "schema/path_check.h"
#include "schema/path_spot.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hookspect::query {
namespace {

using std::string_view;

/// A path in two: what leads to an object, and the unfinished key in it.
struct Cut {
    string_view front;  // without the separator
    string_view separator;
    string_view key;
};

Cut cut(string_view text) {
    const bool pointer = text.starts_with('/');
    const std::size_t at = text.rfind(pointer ? '/' : '.');
    if (at == string_view::npos) return {{}, {}, text};
    return {text.substr(0, at), text.substr(at, 1), text.substr(at + 1)};
}

/// Where the front of a path leads; nothing where the schema does not know it.
std::optional<schema::Spots> spots_behind(string_view front) {
    if (front.empty())
        return schema::Spots{
            schema::Spot{schema::Spot::Kind::object, schema::ObjectType::event, schema::no_field}};
    std::size_t at = 0;
    schema::WrittenPath written;
    if (schema::read_path(front, at, schema::PathEnd::text, written) || at != front.size())
        return std::nullopt;
    return schema::spots_at(written);
}

/// Collects what begins with the unfinished key, each once.
class Steps {
public:
    explicit Steps(const Cut& cut)
        : before_(std::string(cut.front) + std::string(cut.separator)), key_(cut.key) {}

    void add(string_view key, string_view about, bool unfinished) {
        if (!key.starts_with(key_)) return;
        std::string text = before_ + std::string(key);
        const bool known = std::any_of(found_.begin(), found_.end(),
                                       [&text](const Completion& one) { return one.text == text; });
        if (!known) found_.push_back({std::move(text), std::string(about), unfinished});
    }

    void add_fields(schema::ObjectType type) {
        for (const schema::Field& row : schema::fields_of(type)) {
            add(row.key, schema::type_name(row),
                row.type == schema::ValueType::object || row.type == schema::ValueType::properties);
        }
        if (schema::is_multilingual(type)) add("*", "every language", false);
    }

    [[nodiscard]] std::vector<Completion> take() { return std::move(found_); }

private:
    std::string before_;
    string_view key_;
    std::vector<Completion> found_;
};

std::vector<Completion> one_step(string_view text) {
    const Cut parts = cut(text);
    const auto spots = spots_behind(parts.front);
    if (!spots) return {};
    Steps steps(parts);
    for (const schema::Spot& spot : *spots) {
        if (spot.kind == schema::Spot::Kind::object) steps.add_fields(spot.object);
    }
    if (parts.separator.empty()) steps.add("resource", "the event's own resource", true);
    return steps.take();
}

}  // namespace

std::vector<Completion> complete_path(string_view text) {
    std::vector<Completion> found = one_step(text);
    // A finished name that is asked about again: what is in it.
    const bool whole = found.size() == 1 && found.front().text == text && found.front().unfinished;
    if (!whole) return found;
    const string_view separator = text.starts_with('/') ? "/" : ".";
    for (Completion& below : one_step(std::string(text) + std::string(separator)))
        found.push_back(std::move(below));
    return found;
}

std::vector<Completion> complete_paths(string_view text) {
    std::vector<std::string> bases{{}};  // what the names in each open parenthesis are below, with the dot
    std::size_t begin = 0;               // of the last path
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '(') bases.push_back(bases.back() + std::string(text.substr(begin, i - begin)) + ".");
        if (c == ')' && bases.size() > 1) bases.pop_back();
        if (c == '(' || c == ')' || c == ',') begin = i + 1;
    }
    std::vector<Completion> found = complete_path(bases.back() + std::string(text.substr(begin)));
    for (Completion& one : found) {
        one.text = std::string(text.substr(0, begin)) + one.text.substr(bases.back().size());
    }
    return found;
}

}  // namespace hookspect::query
