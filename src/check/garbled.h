#pragma once

#include "check/context.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hookspect::check {

/// Traces of a text that was decoded or escaped once too few or too many.
struct Garbled {
    enum class Kind : std::uint8_t {
        none,
        misread,  // UTF-8 read as Windows-1252 or Latin-1: `Ã©`
        lost,     // U+FFFD: bytes that could not be read
        percent,  // `%C3%A9`: percent-escapes of UTF-8 left in
        entity,   // `&amp;`: HTML escapes left in
    };
    Kind kind = Kind::none;
    std::size_t at = 0;
    std::size_t size = 0;  // bytes of the first trace
};

/// The first trace in a text for people. Healthy text in the documented languages has none: `SÃO`, `HYVÄ…`,
/// `100%`, `R&D`, and percent-escapes inside a URL that the text holds.
[[nodiscard]] Garbled find_garbled(std::string_view text) noexcept;

/// The text that was most likely meant; empty where that cannot be told.
[[nodiscard]] std::string mended(std::string_view text, Garbled::Kind kind);

/// A string for people, in a title, summary, name or the like: rule `garbled-text`.
void check_legible(Context& context, event::SlotIndex slot);

}  // namespace hookspect::check
