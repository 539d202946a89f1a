#pragma once

#include "cli/settings.h"
#include "output/output.h"
#include "output/separated_values.h"
#include "report/layout/presentation.h"

#include <cstdint>

namespace hookspect::run {

/// How to write to `output` for a person.
[[nodiscard]] report::Presentation presentation_for(const cli::Settings& settings,
                                                    const output::Output& output);

/// How to write the records of a table to `output`.
[[nodiscard]] output::RecordStyle csv_for(const cli::Settings& settings, const output::Output& output);

/// The present, seconds since 1970: --now, else SOURCE_DATE_EPOCH, else the clock.
[[nodiscard]] std::int64_t present_for(const cli::Settings& settings);

/// Ends a run that printed to `output`: a failed write is told, and makes the status the highest of both.
[[nodiscard]] int finish(output::Output& output, int status);

/// Opens the output that the settings name, or tells why it cannot.
[[nodiscard]] std::optional<output::Output> open_output(const cli::Settings& settings);

/// The same for text that may be long: on a terminal it goes through a pager.
[[nodiscard]] std::optional<output::Output> open_pageable(const cli::Settings& settings);

}  // namespace hookspect::run
