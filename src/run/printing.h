#pragma once

#include "cli/settings.h"
#include "output/output.h"
#include "output/separated_values.h"
#include "report/layout/presentation.h"

#include <cstdint>

namespace hookspect {

/// How to write to `output` for a person.
[[nodiscard]] Presentation presentation_for(const Settings& settings, const Output& output);

/// How to write the records of a table to `output`.
[[nodiscard]] RecordStyle csv_for(const Settings& settings, const Output& output);

/// The present, seconds since 1970: --now, else SOURCE_DATE_EPOCH, else the clock.
[[nodiscard]] std::int64_t present_for(const Settings& settings);

/// Ends a run that printed to `output`: a failed write is told, and makes the status the highest of both.
[[nodiscard]] int finish(Output& output, int status);

/// Opens the output that the settings name, or tells why it cannot.
[[nodiscard]] std::optional<Output> open_output(const Settings& settings);

/// The same for text that may be long: on a terminal it goes through a pager.
[[nodiscard]] std::optional<Output> open_pageable(const Settings& settings);

}  // namespace hookspect
