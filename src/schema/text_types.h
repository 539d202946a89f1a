#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hookspect::schema {

/// The documented types of texts.
enum class TextType : std::uint8_t { uuid, person_id, url };

/// What is said of one of them.
struct TextTypeInfo {
    TextType type;
    std::string_view name;        // as the Ambassify page writes it
    std::string_view text;        // the page's description, word for word
    std::string_view definition;  // what exactly is accepted, where the page leaves it open
    std::string_view example;     // a value, as JSON
};

/// All of them, in the order of TextType.
[[nodiscard]] std::span<const TextTypeInfo> text_types() noexcept;
/// The row of one.
[[nodiscard]] const TextTypeInfo& text_type(TextType type) noexcept;
/// The type that the page calls so; case matters.
[[nodiscard]] std::optional<TextType> find_text_type(std::string_view name) noexcept;

}  // namespace hookspect::schema
