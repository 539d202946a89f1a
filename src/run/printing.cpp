#include "run/printing.h"

#include "cli/options.h"
#include "run/messages.h"
#include "term/pager.h"
#include "term/terminal.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace hookspect::run {

namespace {

constexpr std::array<std::string_view, 5> json_formats{"json", "ndjson", "sarif", "json-patch",
                                                       "merge-patch"};

std::string pager() {
    return term::decide_pager(std::getenv("HOOKSPECT_PAGER"), std::getenv("PAGER"));
}

bool reads_stdin(const cli::Settings& settings) {
    const auto& named = settings.arguments;
    return named.empty() || std::find(named.begin(), named.end(), "-") != named.end();
}

}  // namespace

report::Presentation presentation_for(const cli::Settings& settings, const output::Output& output) {
    term::TerminalState state = term::read_terminal_state(output.descriptor());
    if (settings.colour == "always") state.colour = term::ColourWhen::always;
    if (settings.colour == "never") state.colour = term::ColourWhen::never;
    state.now = settings.now;
    report::Presentation presentation = term::decide_presentation(state);
    // Of other pagers nobody knows what they make of links.
    const bool passes_links = settings.no_pager || term::is_less(pager());
    presentation.links = presentation.links && !settings.no_links && passes_links;
    presentation.notes = settings.notes;
    presentation.full = settings.full;
    presentation.ages |= settings.ages;
    presentation.dates = settings.dates.value_or(base::Dates::utc);
    return presentation;
}

output::RecordStyle csv_for(const cli::Settings& settings, const output::Output& output) {
    return {.safe = output.is_terminal(), .unicode = presentation_for(settings, output).unicode};
}

std::int64_t present_for(const cli::Settings& settings) {
    term::TerminalState state = term::read_terminal_state(STDOUT_FILENO);
    state.now = settings.now;
    return term::decide_presentation(state).now;
}

int finish(output::Output& output, int status) {
    const auto error = output.commit();
    if (const auto& fault = output.pager_error(); fault) tell(*fault);
    if (const auto& kept = output.discarded()) tell(*kept);
    if (error) tell(*error);
    return error ? std::max(status, cli::Status::unreadable) : status;
}

std::optional<output::Output> open_output(const cli::Settings& settings) {
    auto output = output::Output::open(settings.output);
    if (!output) {
        tell(output.error());
        return std::nullopt;
    }
    const auto* const end = json_formats.end();
    if (std::find(json_formats.begin(), end, settings.format) != end) output->escape_json();
    return std::move(*output);
}

std::optional<output::Output> open_pageable(const cli::Settings& settings) {
    auto output = open_output(settings);
    const bool wanted = !settings.no_pager && settings.format == "text" && !settings.output;
    if (!output || !wanted || !output->is_terminal()) return output;
    if (std::string command = pager(); !command.empty()) {
        output->page({std::move(command), term::read_screen(output->descriptor()), reads_stdin(settings)});
    }
    return output;
}

}  // namespace hookspect::run
