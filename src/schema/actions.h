#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hookspect::schema {

/// A type of the schema.org vocabulary: Action or one of its subtypes, by its place in `action_names`.
enum class ActionType : std::uint8_t {};

/// The release of the vocabulary: `30.0`.
[[nodiscard]] std::string_view action_vocabulary_release() noexcept;

/// The bare names of all Action types, sorted.
[[nodiscard]] std::span<const std::string_view> action_names() noexcept;

/// The type with this bare name; case matters.
[[nodiscard]] std::optional<ActionType> find_action(std::string_view bare_name) noexcept;

/// Its bare name.
[[nodiscard]] std::string_view action_name(ActionType type) noexcept;

/// The type that was most likely meant by `name` in any notation (`shareAction`, `Share`), or empty.
[[nodiscard]] std::string_view nearest_action(std::string_view name);

/// The direct parents that are Action types: none for Action itself, whose parent is Thing.
[[nodiscard]] std::vector<ActionType> action_parents(ActionType type);

/// Whether the type has the property: its own, one of any type above it, or Thing's.
[[nodiscard]] bool action_has_property(ActionType type, std::string_view property) noexcept;

/// The properties that schema.org defines on this very type, sorted.
[[nodiscard]] std::vector<std::string_view> action_own_properties(ActionType type);

/// The properties of Thing, which all types have, sorted.
[[nodiscard]] std::vector<std::string_view> thing_properties();

/// The members of ActionStatusType, sorted.
[[nodiscard]] std::span<const std::string_view> action_statuses() noexcept;

/// Whether this is the bare name of a member of ActionStatusType.
[[nodiscard]] bool is_action_status(std::string_view bare_name) noexcept;

/// The bare name in `Name`, `schema:Name` and `http(s)://schema.org/Name`; empty if the text has none of
/// these forms. Does not ask whether the vocabulary knows the name.
[[nodiscard]] std::string_view bare_schema_org_name(std::string_view text) noexcept;

}  // namespace hookspect::schema
