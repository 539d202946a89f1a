#pragma once

#include "schema/actions.h"
#include "schema/fields.h"
#include "schema/rules.h"
#include "schema/text_types.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hookspect::schema {

/// A documented field at the place where it was named.
struct FieldName {
    std::vector<FieldId> trail;  // the fields that lead to it, itself last; `PersonProperty.key` has one
    std::string path;            // `campaign.title.nl`, `person.properties[*].key`: as `get` takes it
    std::string rest;            // what was named below it and is not documented: the key of a property, or a
                                 // key of an open object, dotted; else empty

    [[nodiscard]] FieldId id() const { return trail.back(); }
};

/// `resource`, or a path below it: the same of whichever resource an event is about.
struct ResourceName {
    std::string path;               // `resource.created`
    std::vector<FieldName> fields;  // of the resources that have it: `campaign.created`, …
};

/// A key of the Multilingual types.
struct LanguageName {
    std::string_view code;
};

/// What a name can mean to `explain`.
using Name = std::variant<FieldName, ObjectType, TextType, Rule, ActionType, LanguageName, ResourceName>;

/// What `name` means: a field's path (`campaign.title.nl`, `/campaign/title/nl`, `person.properties[0].key`,
/// `PersonProperty.key`), the event's own resource (`resource.created`), a documented type, a rule, a
/// language code, or an Action type of schema.org in any notation, looked for in this order.
[[nodiscard]] std::optional<Name> find_name(std::string_view name);

/// The field at a path, dotted or a JSON Pointer. Nothing if the schema does not know it.
[[nodiscard]] std::optional<FieldName> find_path(std::string_view path);

/// The names that were most likely meant by one that `find_name` does not know, best first, at most eight:
/// the fields with this key, the path with its wrong part mended, names that are spelled nearly the same.
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view name);

/// The path of every row of `fields`; those of Multilingual values and of PersonProperty begin with the type.
[[nodiscard]] std::vector<std::string> all_paths();

/// The places at which values of this type stand: `campaign.title`, …; `person.properties[*]` for
/// PersonProperty.
[[nodiscard]] std::vector<std::string> places_of(ObjectType type);

}  // namespace hookspect::schema
