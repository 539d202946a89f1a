#pragma once

#include "cli/option.h"
#include "cli/print_options.h"
#include "run/options.h"

namespace hookspect::cli {

// Options that several commands have. A command lists the groups that mean something for it.

extern const OptionGroup<run::Options> event_options;      // --where, --event, --latest, -n
extern const OptionGroup<run::Options> framing_options;    // --from, --at
extern const OptionGroup<run::Options> file_list_options;  // --files-from, --null
extern const OptionGroup<run::Options> syntax_options;  // --check: for commands that look at some fields only
extern const OptionGroup<run::Options> rule_options;    // --strict, --error, ...
extern const OptionGroup<PrintOptions> note_options;    // --notes
extern const OptionGroup<PrintOptions> output_options;  // -o, --color
extern const OptionGroup<PrintOptions> pager_options;   // --no-pager
extern const OptionGroup<PrintOptions> link_options;    // --no-links
extern const OptionGroup<PrintOptions> present_options;   // --now
extern const OptionGroup<run::Options> progress_options;  // --progress
extern const OptionGroup<run::Options> thread_options;    // -j
extern const OptionGroup<run::Options> limit_options;     // --max-depth, ...

}  // namespace hookspect::cli
