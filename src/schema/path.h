#pragma once

#include "base/text_error.h"
#include "schema/fields.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hookspect::schema {

/// One step down from a value.
struct PathStep {
    enum class Kind : std::uint8_t {
        member,    // of an object, by key
        property,  // of a PersonProperty list: the one whose `key` is this, and then its `value`; a step
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
    bool several = false;         // holds `*` or `[*]`, or is `any`: may match more than one value
    bool any = false;             // `any`: every text and number of the event; it has no steps
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
[[nodiscard]] std::variant<Path, base::TextError> parse_path(std::string_view text);

/// Reads a list of paths `a,b(c,d)`: a, b.c, b.d. Offsets of errors count in `text`.
[[nodiscard]] std::variant<std::vector<Path>, base::TextError> parse_paths(std::string_view text);

/// Reads the path at the front of `text`, as far as it goes; `size` becomes its bytes. For expressions, which
/// may also say `any`.
[[nodiscard]] std::variant<Path, base::TextError> parse_path_prefix(std::string_view text, std::size_t& size);

/// `*` or `[*]`.
[[nodiscard]] bool is_wildcard(const PathStep& step);

/// `*` and `[*]` among the steps.
[[nodiscard]] std::size_t count_wildcards(const Path& path);

/// Every documented path with its type, as `get --list` prints them: `campaign.title.*` stands for the
/// languages, `person.properties.KEY` for properties.
struct ListedPath {
    std::string path;
    std::string type;
};
[[nodiscard]] std::vector<ListedPath> list_paths();

}  // namespace hookspect::schema
