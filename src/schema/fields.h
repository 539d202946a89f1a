#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hookspect::schema {

/// The documented objects: the named types of the Ambassify page, and the objects that it spells out with
/// dotted keys.
enum class ObjectType : std::uint8_t {
    none,  // not documented: nothing is known of the keys inside
    event,
    event_head,
    campaign,
    campaign_author,
    campaign_image,
    campaign_config,
    campaign_community,
    campaign_landing,
    campaign_promote,
    interaction,
    interaction_metadata,
    interaction_response,
    conversion,
    conversion_metadata,
    conversion_response,
    person,
    person_profile,
    person_opt_in,
    person_property,
    multilingual_string,
    multilingual_url,
    schema_org_action,
};

/// What a field holds.
enum class ValueType : std::uint8_t {
    string,
    number,
    boolean,
    url,
    person_id,
    primary,     // PersonProperty.primary: typed as a string, described as a boolean, so either
    object,      // of Field::object
    strings,     // a list of strings
    properties,  // a list of PersonProperty
    any,
};

/// What a number counts. Identifiers and timestamps are whole and not negative.
enum class Unit : std::uint8_t { plain, identifier, seconds, milliseconds };

/// A value as a healthy event has it.
struct Example {
    std::string_view json{};  // empty for an object whose fields have examples of their own
    std::string_view date{};  // of a timestamp, as it is shown; else empty
};

/// One documented field. `text` is the description of the Ambassify page, word for word; empty where it has
/// none.
struct Field {
    ObjectType owner;
    std::string_view key;
    ValueType type;
    ObjectType object = ObjectType::none;
    Unit unit = Unit::plain;
    std::span<const std::string_view> values{};  // the only values allowed; empty: any
    bool personal = false;                       // personal data, or free content that may hold some
    std::string_view text{};
    Example example{};
};

/// An index into `fields`.
using FieldId = std::uint8_t;
inline constexpr FieldId no_field = 255;

/// What is said of an object.
struct ObjectInfo {
    ObjectType type;
    std::string_view
        name;  // the documented type, or the object's dotted path where the page gives it no name
    std::string_view
        path;   // where it stands in an event; empty for the root and for types that stand in several places
    bool open;  // undocumented keys are nobody's mistake
    std::string_view text;  // the Ambassify page on this type
};

/// An event has at most one object of this type; the others stand in properties, or are Multilingual values.
[[nodiscard]] bool stands_once(ObjectType type) noexcept;

/// Whether it holds a text or a URL in several languages.
[[nodiscard]] constexpr bool is_multilingual(ObjectType type) noexcept {
    return type == ObjectType::multilingual_string || type == ObjectType::multilingual_url;
}

/// The languages of a Multilingual value, in documented order.
[[nodiscard]] std::span<const std::string_view> languages() noexcept;

/// The schema: every documented field, in documented order. Everything that knows a field derives from this
/// table.
[[nodiscard]] std::span<const Field> fields() noexcept;
/// The row with this id, which is not no_field.
[[nodiscard]] const Field& field(FieldId id) noexcept;
/// Every kind of object, in the order of ObjectType.
[[nodiscard]] std::span<const ObjectInfo> objects() noexcept;
/// The row of one.
[[nodiscard]] const ObjectInfo& object(ObjectType type) noexcept;

/// The field `key` of an object of type `owner`, or no_field. Case-sensitive, `key` decoded. Constant time.
[[nodiscard]] FieldId find_field(ObjectType owner, std::string_view key) noexcept;

/// The row's own id.
[[nodiscard]] FieldId id_of(const Field& row) noexcept;

/// The fields of an object type are neighbours in the table.
[[nodiscard]] std::span<const Field> fields_of(ObjectType owner) noexcept;

/// The example of a field. `parent`: the field whose value it is in, which decides for the languages of a
/// Multilingual value; no_field at the root or where that does not matter.
[[nodiscard]] Example example_of(FieldId id, FieldId parent = no_field) noexcept;

/// The documented name: `campaign.config.languages`, `PersonProperty.key`, `MultilingualString.nl`.
[[nodiscard]] std::string field_path(FieldId id);

/// The documented type as the page writes it: `string[]`, `MultilingualURL`, `PersonProperty[]`.
[[nodiscard]] std::string_view type_name(const Field& row) noexcept;

}  // namespace hookspect::schema
