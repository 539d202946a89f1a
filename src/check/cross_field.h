#pragma once

#include "check/context.h"

namespace hookspect::check {

// What the rules say of values that belong together. They ask the context for values, which gives none that
// is not set or has an error of its own: then there is nothing to compare.

/// `event.name` and `event.resource`, and the ids and objects that they call for: rules `required`,
/// `event-mismatch`, `orphan-resource`, `missing-id`, `missing-resource`.
void check_presence(Context& context);

/// Rule `id-mismatch`.
void check_ids(Context& context);

/// Rules `schedule`, `channel`, `unlisted-channel`.
void check_channels(Context& context);

/// Rules `untranslated`, `extra-language`.
void check_translations(Context& context);

/// Rule `preset-mismatch`.
void check_presets(Context& context);

}  // namespace hookspect::check
