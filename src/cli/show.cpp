#include "check/check.h"
#include "cli/bodies.h"
#include "cli/help.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/run_end.h"
#include "event/json_writer.h"
#include "report/card.h"

#include <algorithm>

namespace hookspect {

int run_show(const Settings& settings) {
    auto output = open_output(settings);
    if (!output) return Status::unreadable;
    const Presentation presentation = presentation_for(settings, *output);
    const bool as_json = settings.format == "json";
    std::vector<Finding> findings;
    int status = Status::good;
    const RunResult result = read_bodies(settings, *output, [&](const Body& body) {
        findings.clear();
        if (body.fault) status = std::max(status, Status::unreadable);
        if (as_json && !body.fault) {
            append_json(output->text(), *body.event, 0);
            output->text() += '\n';
            return true;
        }
        find(body, settings.policy, findings);
        if (as_json) {
            tell_left_out(body, findings, *output);
            return true;
        }
        append_card(output->text(), body, findings, presentation);
        return true;
    });
    return end_run(settings, *output, result, status);
}

}  // namespace hookspect
