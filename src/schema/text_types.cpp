#include "schema/text_types.h"

#include <array>

namespace hookspect::schema {
namespace {

constexpr auto table = std::to_array<TextTypeInfo>({
    {TextType::uuid, "UUID", "A string following UUIDv4 format",
     "Groups of 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between them. The third group begins with "
     "the "
     "version, 4, and the fourth with 8, 9, a or b. Case does not matter.",
     R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34")"},
    {TextType::person_id, "PersonID", "A unique identifier for Person in the form of a UUID or [anonymous]",
     "A UUID, or exactly the text [anonymous], which means an unknown member and matches every id.",
     R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34")"},
    {TextType::url, "URL", "A valid absolute HTTP / HTTPS url or a relative URL.",
     "Either http or https with //, a host, and a port up to 65535 if there is one, or a relative reference "
     "(RFC 3986). Letters outside ASCII are fine (RFC 3987). All other schemes are errors.",
     R"("https://www.example.com/winter")"},
});

}  // namespace

std::span<const TextTypeInfo> text_types() noexcept {
    return table;
}

const TextTypeInfo& text_type(TextType type) noexcept {
    return table[static_cast<std::size_t>(type)];
}

std::optional<TextType> find_text_type(std::string_view name) noexcept {
    for (const TextTypeInfo& info : table) {
        if (info.name == name) return info.type;
    }
    return std::nullopt;
}

}  // namespace hookspect::schema
