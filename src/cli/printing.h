#pragma once

#include "cli/print_options.h"
#include "output/output.h"
#include "report/format.h"
#include "report/layout/presentation.h"
#include "run/options.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace hookspect::cli {

/// How to write to `output` for a person.
[[nodiscard]] report::Presentation presentation_for(const PrintOptions& options,
                                                    const output::Output& output);

/// The present, seconds since 1970: --now, else SOURCE_DATE_EPOCH, else the clock.
[[nodiscard]] std::int64_t present_for(const PrintOptions& options);

/// Opens the output that the options name, or prints why it cannot be opened.
[[nodiscard]] std::optional<output::Output> open_output(const PrintOptions& options, report::Content content);

/// The same for a format: on a terminal what is pageable goes through a pager. `reads_stdin`: standard input
/// is read while that is printed.
[[nodiscard]] std::optional<output::Output> open_output(const PrintOptions& options,
                                                        const report::Format& format, bool reads_stdin);

/// Whether standard input is one of the inputs that a command line names.
[[nodiscard]] bool reads_stdin(std::span<const std::string> files);

/// Whether there is something to read. Where no input is named and standard input is a terminal, the short
/// help is printed on standard error instead.
[[nodiscard]] bool has_input(const run::Options& options, std::span<const std::string> files);

}  // namespace hookspect::cli
