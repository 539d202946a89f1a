#pragma once

#include "schema/text_types.h"

#include <string>

namespace hookspect::schema {

// What texts are accepted, as regular expressions: anchored, without lookaround, and in the syntax that
// ECMA-262 (with the flag u), PCRE, Python and RE2 have in common, so that every JSON Schema validator reads
// them.

/// The texts of a documented type. Of URL these are what the rule `url` accepts: http or https with `//`, a
/// host and a port up to 65535, or a relative reference; characters that only need escaping, which
/// `url-characters` reports, are accepted.
[[nodiscard]] std::string text_pattern(TextType type);

/// The bare or qualified name of a schema.org Action type: `ShareAction`, `schema:ShareAction`,
/// `https://schema.org/ShareAction`.
[[nodiscard]] std::string action_pattern();

}  // namespace hookspect::schema
