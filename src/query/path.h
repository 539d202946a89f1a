#pragma once

#include "base/result.h"
#include "event/event.h"
#include "event/selection.h"
#include "schema/fields.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hookspect {

/// What is wrong with a path or an expression, and where: bytes from 0 in the text given, for a caret.
struct QueryError {
    std::string message;  // without a final stop
    std::size_t offset = 0;
    std::size_t size = 0;  // bytes that are meant; at least 1 column is marked
    std::string hint;      // `did you mean campaign.title.nl?`; may be empty
};

/// One step down from a value.
struct PathStep {
    enum class Kind : std::uint8_t {
        member,    // of an object, by key
        property,  // of a PersonProperty list: the first whose `key` is this, and then its `value`; a step
                   // that follows leads into its `properties`, or where there are none, into its `value`.
                   // Where the event has an object instead, it is a member
        element,   // of a list, by index from 0; where the event has an object instead, the member `key`, if
                   // the number was written as a name
        any_member,   // `*`
        any_element,  // `[*]`
    };
    Kind kind = Kind::member;
    std::string key{};
    std::size_t index = 0;
    FieldId field = no_field;  // the documented field that this step reaches, if there is one
};

/// A path through an event, checked against the schema.
struct Path {
    std::string text;             // as it was asked for
    std::vector<PathStep> steps;  // from the root; of a `resource.…` path, those below the resource
    bool of_resource = false;     // begins at the object that event.resource names
    bool several = false;         // holds `*` or `[*]`: may match more than one value
    /// The documented field that it ends at, or one of several that are alike in all that a value can be (as
    /// the languages are); no_field inside open objects and values, and of `resource.…`.
    FieldId field = no_field;
    /// Of a `resource.…` path: the same by resource, in the order of event.resource's values.
    std::array<FieldId, 4> resource_fields{no_field, no_field, no_field, no_field};
};

/// Reads one path: `campaign.title.nl`, `campaign.config.languages[0]`, `/campaign/title/nl`,
/// `person.properties.email`, `person.properties[key=email]`, `resource.id`, `person.profile["a.b"]`,
/// `campaign.title.*`. Errors: bad syntax; a path that the schema does not know, unless it lies under an open
/// object or a value.
[[nodiscard]] std::variant<Path, QueryError> parse_path(std::string_view text);

/// Reads a list of paths `a,b(c,d)`: a, b.c, b.d. Offsets of errors count in `text`.
[[nodiscard]] std::variant<std::vector<Path>, QueryError> parse_paths(std::string_view text);

/// Reads the path at the front of `text`, as far as it goes; `size` becomes its bytes. For expressions.
[[nodiscard]] std::variant<Path, QueryError> parse_path_prefix(std::string_view text, std::size_t& size);

/// Appends the values that the path reaches, in the order of the event; overridden values are not reached. A
/// null is a value here. Without `several`, at most one.
void find_values(const Event& event, const Path& path, std::vector<SlotIndex>& values);

/// The same, but a property that is named by its key is meant whole, with all that is in it: its place in the
/// list is appended, not its value.
void find_places(const Event& event, const Path& path, std::vector<SlotIndex>& places);

/// The member or element that a `*` or `[*]` took.
struct Wildcard {
    SlotIndex slot = 0;
    std::uint32_t index = 0;  // of an element, from 0
};

/// What find_matches finds: the values, and for each as many wildcards as the path has.
struct Matches {
    std::vector<SlotIndex> values;
    std::vector<Wildcard> wildcards;
};

/// `*` and `[*]` among the steps.
[[nodiscard]] std::size_t count_wildcards(const Path& path);

/// Appends the values with what leads to them. Of several properties with one key, `*` takes the first, as a
/// name does.
void find_matches(const Event& event, const Path& path, Matches& matches);

/// How far a path without wildcards leads into an event.
struct Reach {
    std::size_t steps = 0;    // that could be taken
    SlotIndex slot = 0;       // where they lead; for a property that was named by its key, the whole property
    bool property = false;    // it is one
    SlotIndex container = 0;  // where the next step would lead from there; 0 in a property that has nothing
};

/// Takes the steps from the root.
[[nodiscard]] Reach reach(const Event& event, const std::vector<PathStep>& steps);

/// What a decoder must keep so that find_values finds the same.
void select(const Path& path, Selection& selection);

/// Every documented path with its type, as `get --list` prints them: `campaign.title.*` stands for the
/// languages, `person.properties.KEY` for properties.
struct ListedPath {
    std::string path;
    std::string type;
};
[[nodiscard]] std::vector<ListedPath> list_paths();

}  // namespace hookspect
