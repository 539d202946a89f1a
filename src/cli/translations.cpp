#include "ops/translations.h"

#include "cli/bodies.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/run_end.h"
#include "report/translations.h"

#include <algorithm>

namespace hookspect {

int run_translations(const Settings& settings) {
    auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    choice->latest = false;  // of each campaign the last event counts in any case
    auto output = open_output(settings);
    if (!output) return Status::unreadable;
    Translations translations;
    Selection selection;
    select_translations(selection);
    select(*choice, settings, selection);
    LeftOut left_out;
    const auto use = [&](const Body& body) {
        if (!left_out.takes(body, output->printed())) translations.add(*body.event);
        return Go::on;
    };
    const RunResult result =
        read_bodies(settings, settings.arguments, *choice, *output, {.use = use, .selection = &selection});
    int status = left_out.status();
    if (!result.nothing_to_read) {
        const TranslationTable table(translations);
        if (settings.format == "json") {
            append_translations_json(output->text(), table);
        } else if (settings.format == "csv") {
            append_translations_csv(output->text(), table);
        } else {
            append_translations_text(output->text(), table, {settings.fail_under, settings.missing},
                                     presentation_for(settings, *output));
        }
        const bool failed = settings.fail_under && table.count_under(*settings.fail_under) > 0;
        if (failed) status = std::max(status, Status::found);
    }
    return end_run(*output, result, status);
}

}  // namespace hookspect
