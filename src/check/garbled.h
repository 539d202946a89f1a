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
        misread,      // UTF-8 read as Windows-1252 or Latin-1: `Ã©`
        misread_oem,  // UTF-8 read as code page 437 or 850: `├®`
        lost,         // U+FFFD: bytes that could not be read
        percent,      // `%C3%A9`: percent-escapes of UTF-8 left in
        entity,       // `&amp;`: HTML escapes left in
    };
    Kind kind = Kind::none;
    std::size_t at = 0;
    std::size_t size = 0;  // bytes of the first trace
};

/// The first trace in a text for people. Healthy text in the documented languages has none: `SÃO`, `HYVÄ…`,
/// `100%`, `R&D`, and percent-escapes inside a URL that the text holds.
/// `escapes`: percent and HTML escapes count; HTML escapes never do in a text with tags.
[[nodiscard]] Garbled find_garbled(std::string_view text, bool escapes = true) noexcept;

/// The text that was most likely meant, in which there are no traces: all wrong steps are undone. Empty where
/// that does not succeed, or where there is nothing to undo.
[[nodiscard]] std::string mended(std::string_view text);

/// A string that people write: rule `garbled-text`. `escapes`: it is a title, a summary or a name, in which
/// escapes have no place either.
void check_legible(Context& context, event::SlotIndex slot, bool escapes);

}  // namespace hookspect::check
