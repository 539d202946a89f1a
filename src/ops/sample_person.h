#pragma once

#include "ops/sample_job.h"

#include <span>

namespace hookspect::ops {

/// Whether the member has this property.
[[nodiscard]] bool has_property(const SampleJob& job, const SamplePropertySpec& spec);

/// The value of a property that has no nested ones.
void append_property_value(const SampleJob& job, const SamplePropertySpec& spec);

/// The primary ones among the properties, as an object.
void append_profile(const SampleJob& job, std::span<const SamplePropertySpec> specs);

/// What the member agreed to.
void append_opt_in(const SampleJob& job);

}  // namespace hookspect::ops
