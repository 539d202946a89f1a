#include "check/check.h"
#include "cli/bodies.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/run_end.h"
#include "event/json_writer.h"
#include "report/card.h"

#include <algorithm>

namespace hookspect {

int run_show(const Settings& settings) {
    const auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    auto output = open_output(settings);
    if (!output) return Status::unreadable;
    const Presentation presentation = presentation_for(settings, *output);
    const bool as_json = settings.format == "json";
    std::vector<Finding> findings;
    int status = Status::good;
    bool first = true;
    const auto use = [&](const Body& body) {
        findings.clear();
        if (body.fault) status = std::max(status, Status::unreadable);
        if (as_json && body.fault) {
            tell_left_out(body, *output);
        } else if (as_json) {
            append_json(output->text(), *body.event, 0);
            output->text() += '\n';
        } else {
            find(body, settings.policy, findings);
            if (!first) output->text() += '\n';
            first = false;
            append_card(output->text(), body, findings, presentation);
        }
        return Go::on;
    };
    const RunResult result = read_bodies(settings, settings.arguments, *choice, *output, {.use = use});
    return end_run_with_events(settings, *output, result, status);
}

}  // namespace hookspect
