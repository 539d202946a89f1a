#pragma once

#include "cli/command.h"

namespace hookspect::cli {

// The commands, each in a file of its own. A new one has a line here and one in the table of command.cpp.

extern const Command show_command;
extern const Command validate_command;
extern const Command get_command;
extern const Command filter_command;
extern const Command diff_command;
extern const Command convert_command;
extern const Command stats_command;
extern const Command translations_command;
extern const Command explain_command;
extern const Command schema_command;
extern const Command sample_command;
extern const Command completion_command;

}  // namespace hookspect::cli
