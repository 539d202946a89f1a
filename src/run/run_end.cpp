#include "run/run_end.h"

#include "check/checker.h"
#include "cli/help.h"
#include "report/finding/text.h"
#include "run/messages.h"
#include "run/printing.h"
#include "term/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

namespace hookspect::run {
namespace {

base::Error no_event(const Options& options, std::span<const std::string> files) {
    std::string where = "the input";
    if (files.empty() && !options.files_from) where = "standard input";
    if (files.size() == 1) where = files.front() == "-" ? "standard input" : files.front();
    const bool chosen = !options.events.empty() || !options.where.empty();
    return {fmt::format("no event in {}", where),
            chosen ? "--event and --where left out all there are, if any" : ""};
}

}  // namespace

int end_run(output::Output& output, const RunResult& result, int status) {
    if (result.nothing_to_read) {
        const std::string help = cli::program_help(
            cli::HelpExtent::brief, term::decide_presentation(term::read_terminal_state(STDERR_FILENO)));
        std::fwrite(help.data(), 1, help.size(), stderr);
        return Status::usage;
    }
    if (result.unreadable_input) status = std::max(status, Status::unreadable);
    if (result.unreadable_input) output.discard("an input could not be read to its end");
    if (result.left_out > 0 && result.left_out == result.bodies) output.discard("all events were left out");
    return finish(output, status);
}

int end_run_with_events(const Options& options, std::span<const std::string> files, output::Output& output,
                        const RunResult& result, int status) {
    const bool empty = !result.nothing_to_read && result.bodies == 0 && options.limit > 0;
    if (empty && !result.unreadable_input) output.discard("there is no event to write");
    status = end_run(output, result, status);
    if (empty && !result.unreadable_input) tell(no_event(options, files));
    return empty ? std::max(status, Status::unreadable) : status;
}

bool LeftOut::takes(const event::Body& body, output::Printed& printed) {
    if (!body.fault) return false;
    ++count_;
    tell_left_out(body, printed);
    return true;
}

void LeftOut::leave(event::Body body, event::Fault fault, output::Printed& printed) {
    body.event = nullptr;
    body.fault = std::move(fault);
    static_cast<void>(takes(body, printed));
}

void tell_left_out(const event::Body& body, output::Printed& printed) {
    std::vector<finding::Finding> findings;
    check::Checker().check(body, findings);
    for (const finding::Finding& finding : findings) {
        std::string text;
        report::append_finding_headline(text, body, finding, report::Presentation{});
        text += ", left out";
        if (finding.rule == schema::Rule::limit) text.append("; ").append(finding.hint);
        text += "\n";
        printed.tell(std::move(text));
    }
}

}  // namespace hookspect::run
