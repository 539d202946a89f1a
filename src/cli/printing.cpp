#include "cli/printing.h"

#include "cli/help.h"
#include "run/messages.h"
#include "term/pager.h"
#include "term/terminal.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace hookspect::cli {

namespace {

std::string pager() {
    return term::decide_pager(std::getenv("HOOKSPECT_PAGER"), std::getenv("PAGER"));
}

}  // namespace

report::Presentation presentation_for(const PrintOptions& options, const output::Output& output) {
    term::TerminalState state = term::read_terminal_state(output.descriptor());
    if (options.colour == "always") state.colour = term::ColourWhen::always;
    if (options.colour == "never") state.colour = term::ColourWhen::never;
    state.now = options.now;
    report::Presentation presentation = term::decide_presentation(state);
    // Of other pagers nobody knows what they make of links.
    const bool passes_links = options.no_pager || term::is_less(pager());
    presentation.links = presentation.links && !options.no_links && passes_links;
    presentation.terminal = output.is_terminal();
    presentation.notes = options.notes;
    presentation.full = options.full;
    presentation.ages |= options.ages;
    presentation.dates = options.dates.value_or(base::Dates::utc);
    return presentation;
}

std::int64_t present_for(const PrintOptions& options) {
    term::TerminalState state = term::read_terminal_state(STDOUT_FILENO);
    state.now = options.now;
    return term::decide_presentation(state).now;
}

std::optional<output::Output> open_output(const PrintOptions& options, report::Content content) {
    auto output = output::Output::open(options.output);
    if (!output) {
        run::tell(output.error());
        return std::nullopt;
    }
    if (content == report::Content::json) output->escape_json();
    return std::move(*output);
}

std::optional<output::Output> open_output(const PrintOptions& options, const report::Format& format,
                                          bool reads_stdin) {
    auto output = open_output(options, format.content);
    const bool wanted = !options.no_pager && format.pageable && !options.output;
    if (!output || !wanted || !output->is_terminal()) return output;
    if (std::string command = pager(); !command.empty())
        output->page({std::move(command), term::read_screen(output->descriptor()), reads_stdin});
    return output;
}

bool reads_stdin(std::span<const std::string> files) {
    return files.empty() || std::find(files.begin(), files.end(), "-") != files.end();
}

bool has_input(const run::Options& options, std::span<const std::string> files) {
    if (!files.empty() || options.files_from || ::isatty(STDIN_FILENO) == 0) return true;
    const std::string help =
        program_help(HelpExtent::brief, term::decide_presentation(term::read_terminal_state(STDERR_FILENO)));
    std::fwrite(help.data(), 1, help.size(), stderr);
    return false;
}

}  // namespace hookspect::cli
