#include "cli/printing.h"

#include "cli/messages.h"
#include "cli/options.h"
#include "term/terminal.h"

#include <unistd.h>

#include <algorithm>

namespace hookspect {

Presentation presentation_for(const Settings& settings, const Output& output) {
    TerminalState state = read_terminal_state(output.descriptor());
    if (settings.colour == "always") state.colour = ColourWhen::always;
    if (settings.colour == "never") state.colour = ColourWhen::never;
    state.now = settings.now;
    Presentation presentation = decide_presentation(state);
    presentation.notes = settings.notes;
    presentation.full = settings.full;
    presentation.ages |= settings.ages;
    presentation.dates = settings.dates.value_or(Dates::utc);
    return presentation;
}

std::int64_t present_for(const Settings& settings) {
    TerminalState state = read_terminal_state(STDOUT_FILENO);
    state.now = settings.now;
    return decide_presentation(state).now;
}

int finish(Output& output, int status) {
    const auto error = output.commit();
    if (error) tell(*error);
    return error ? std::max(status, Status::unreadable) : status;
}

std::optional<Output> open_output(const Settings& settings) {
    auto output = Output::open(settings.output);
    if (output) return std::move(*output);
    tell(output.error());
    return std::nullopt;
}

}  // namespace hookspect
